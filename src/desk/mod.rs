//! Every write as a command, every question as a query.
