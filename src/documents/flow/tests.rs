use crate::documents::face::face;
use crate::documents::page::{PAGE, Pages, Shape};

/// Nothing is drawn over the edges of the paper, nor over the foot.
pub(crate) fn assert_inside(pages: &Pages) {
    for sheet in &pages.sheets {
        let foot = sheet.foot.iter().map(|shape| match shape {
            Shape::Text { y, size, .. } => y - size,
            Shape::Fill { y, .. } | Shape::Picture { y, .. } => *y,
            Shape::Code { y, side, modules, .. } => y - 4.0 * side / f32::from(modules.side),
        });
        let foot = foot.fold(PAGE.1, f32::min);
        sheet.drawn.iter().for_each(|drawn| assert_in(&drawn.shape, 39.9..foot + 0.01));
        sheet.foot.iter().for_each(|shape| assert_in(shape, foot - 0.01..PAGE.1 - 20.0));
    }
}

/// A shape stands between the side margins and in these heights.
fn assert_in(shape: &Shape, heights: std::ops::Range<f32>) {
    let (x, y, w, h) = match shape {
        Shape::Text { x, y, weight, size, text, .. } => {
            let face = face(*weight);
            let wide: f32 = text.trim_end().chars().filter_map(|c| face.width(c, *size)).sum();
            assert!(*size >= 11.0);
            // From the tallest capital to the baseline.
            (*x, y - size * 0.8, wide, size * 0.8)
        }
        Shape::Fill { x, y, w, h, .. } | Shape::Picture { x, y, w, h, .. } => (*x, *y, *w, *h),
        Shape::Code { x, y, side, .. } => (*x, *y, *side, *side),
    };
    assert!(x >= 50.0 && x + w <= PAGE.0 - 50.0, "{shape:?} is {w} wide");
    assert!(y >= heights.start && y + h <= heights.end, "{shape:?} is not in {heights:?}");
}
