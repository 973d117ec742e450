create table :space.aggregate_state (             -- the one fold of all aggregates
  aggregate text not null,
  id text not null,
  position bigint not null,
  hash text not null,
  at bigint not null,
  state json not null,                            -- not jsonb, which orders keys anew
  primary key (aggregate, id)
);
create index aggregate_state_position on :space.aggregate_state (position);

create table :space.checkpoint (                  -- a row for 'fold' and one for each version of a view
  name text primary key,
  seq bigint not null default 0,
  head_hash text,
  stream_created text,
  fence bigint not null default 0,
  stopped jsonb                                   -- { position, reason }
);
insert into :space.checkpoint (name) values ('fold');

create table :space.archive_v1 (                  -- a second copy of the log, byte for byte
  seq bigint primary key,
  subject text not null,
  headers bytea not null,
  payload bytea not null,
  server_time timestamptz not null,
  ev_hash text not null
);
create function :space.archive_frozen() returns trigger language plpgsql as
  $$ begin raise exception 'the archive is append-only'; end $$;
create trigger no_change before update or delete on :space.archive_v1 for each row execute function :space.archive_frozen();
create trigger no_truncate before truncate on :space.archive_v1 execute function :space.archive_frozen();
grant usage on schema :space to ocop_archiver;
grant select, insert on :space.archive_v1 to ocop_archiver;
