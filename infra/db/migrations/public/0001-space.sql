create table if not exists public.space (
  name text primary key,
  kind text not null check (kind in ('real', 'rehearsal')),
  namespace text not null,                       -- of Temporal
  keep boolean not null,
  digest text,                                   -- of the case files that were played in it
  created_at timestamptz not null default now()
);
do $$
begin
  if not exists (select from pg_roles where rolname = 'ocop_archiver') then
    raise exception 'role ocop_archiver is missing: as administrator run "create role ocop_archiver nologin; grant ocop_archiver to %"', current_user;
  end if;
end $$;
