-- Of the code that folded the states; another version folds the log anew, into a table beside (projections/refold.ts).
alter table :space.checkpoint add column version integer not null default 1;
