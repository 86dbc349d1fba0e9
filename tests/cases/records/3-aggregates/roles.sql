-- each role by its name
--   won by deals.owner.team
SELECT
  owner.team AS team,
  COALESCE(SUM(deals.amount), 0) AS won
FROM deals
LEFT JOIN reps AS owner
  ON deals.owner_id = owner.rep_id
GROUP BY
  1
ORDER BY
  owner.team NULLS LAST;
-- postgres:
--   -  owner.team NULLS LAST
--   +  owner.team COLLATE "C" ASC

-- the other role
--   won by deals.finder.team
SELECT
  finder.team AS team,
  COALESCE(SUM(deals.amount), 0) AS won
FROM deals
LEFT JOIN reps AS finder
  ON deals.finder_id = finder.rep_id
GROUP BY
  1
ORDER BY
  finder.team NULLS LAST;
-- postgres:
--   -  finder.team NULLS LAST
--   +  finder.team COLLATE "C" ASC

-- both roles in one question stand under their full paths
--   won by deals.owner.team, deals.finder.team
SELECT
  owner.team AS "deals.owner.team",
  finder.team AS "deals.finder.team",
  COALESCE(SUM(deals.amount), 0) AS won
FROM deals
LEFT JOIN reps AS owner
  ON deals.owner_id = owner.rep_id
LEFT JOIN reps AS finder
  ON deals.finder_id = finder.rep_id
GROUP BY
  1,
  2
ORDER BY
  owner.team NULLS LAST,
  finder.team NULLS LAST;
-- postgres:
--   -  owner.team NULLS LAST,
--   -  finder.team NULLS LAST
--   +  owner.team COLLATE "C" ASC,
--   +  finder.team COLLATE "C" ASC

-- an entity's own field is never ambiguous
--   won by deals.team
SELECT
  deals.team AS team,
  COALESCE(SUM(deals.amount), 0) AS won
FROM deals
GROUP BY
  1
ORDER BY
  deals.team NULLS LAST;
-- postgres:
--   -  deals.team NULLS LAST
--   +  deals.team COLLATE "C" ASC

-- roles inside conditions
--   sum(deals.amount where owner.name = 'Bob') as by_bob, sum(deals.amount where owner.team != finder.team) as across
SELECT
  COALESCE(SUM(deals.amount) FILTER(WHERE
    owner.name = 'Bob'), 0) AS by_bob,
  COALESCE(SUM(deals.amount) FILTER(WHERE
    owner.team <> finder.team), 0) AS across
FROM deals
LEFT JOIN reps AS owner
  ON deals.owner_id = owner.rep_id
LEFT JOIN reps AS finder
  ON deals.finder_id = finder.rep_id;
-- snowflake:
--   -  COALESCE(SUM(deals.amount) FILTER(WHERE
--   -    owner.name = 'Bob'), 0) AS by_bob,
--   -  COALESCE(SUM(deals.amount) FILTER(WHERE
--   -    owner.team <> finder.team), 0) AS across
--   +  COALESCE(SUM(CASE WHEN owner.name = 'Bob' THEN deals.amount END), 0) AS by_bob,
--   +  COALESCE(SUM(CASE WHEN owner.team <> finder.team THEN deals.amount END), 0) AS across

-- a join to the own entity is used when it is named
--   count(reps) as n by reps.manager.name
SELECT
  manager.name AS name,
  COUNT(*) AS n
FROM reps
LEFT JOIN reps AS manager
  ON reps.manager_id = manager.rep_id
GROUP BY
  1
ORDER BY
  manager.name NULLS LAST;
-- postgres:
--   -  manager.name NULLS LAST
--   +  manager.name COLLATE "C" ASC

-- and not when it is not
--   count(reps) as n by reps.name
SELECT
  reps.name AS name,
  COUNT(*) AS n
FROM reps
GROUP BY
  1
ORDER BY
  reps.name NULLS LAST;
-- postgres:
--   -  reps.name NULLS LAST
--   +  reps.name COLLATE "C" ASC

-- two hops to the own entity
--   count(reps where manager.manager.name = 'Ann') as n
SELECT
  COUNT(*) FILTER(WHERE
    manager_manager.name = 'Ann') AS n
FROM reps
LEFT JOIN reps AS manager
  ON reps.manager_id = manager.rep_id
LEFT JOIN reps AS manager_manager
  ON manager.manager_id = manager_manager.rep_id;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    manager_manager.name = 'Ann') AS n
--   +  COUNT(CASE WHEN manager_manager.name = 'Ann' THEN 1 END) AS n

-- a role and then the manager
--   won by deals.owner.manager.name
SELECT
  owner_manager.name AS name,
  COALESCE(SUM(deals.amount), 0) AS won
FROM deals
LEFT JOIN reps AS owner
  ON deals.owner_id = owner.rep_id
LEFT JOIN reps AS owner_manager
  ON owner.manager_id = owner_manager.rep_id
GROUP BY
  1
ORDER BY
  owner_manager.name NULLS LAST;
-- postgres:
--   -  owner_manager.name NULLS LAST
--   +  owner_manager.name COLLATE "C" ASC

-- a join on two columns needs both
--   sum(invoices.total) as total by accounts.region
SELECT
  payer.region AS region,
  COALESCE(SUM(invoices.total), 0) AS total
FROM invoices
LEFT JOIN accounts AS payer
  ON invoices.tenant = payer.tenant AND invoices.account = payer.account
GROUP BY
  1
ORDER BY
  payer.region NULLS LAST;
-- postgres:
--   -  payer.region NULLS LAST
--   +  payer.region COLLATE "C" ASC

-- the distinct count of a join on two columns
--   count(distinct invoices.payer) as accounts
SELECT
  COUNT(
    DISTINCT CAST(LENGTH(CAST(invoices.tenant AS TEXT)) AS TEXT) || ':' || CAST(invoices.tenant AS TEXT) || CAST(LENGTH(CAST(invoices.account AS TEXT)) AS TEXT) || ':' || CAST(invoices.account AS TEXT)
  ) AS accounts
FROM invoices;
-- snowflake:
--   -    DISTINCT CAST(LENGTH(CAST(invoices.tenant AS TEXT)) AS TEXT) || ':' || CAST(invoices.tenant AS TEXT) || CAST(LENGTH(CAST(invoices.account AS TEXT)) AS TEXT) || ':' || CAST(invoices.account AS TEXT)
--   +    DISTINCT CAST(LENGTH(CAST(invoices.tenant AS VARCHAR)) AS VARCHAR) || ':' || CAST(invoices.tenant AS VARCHAR) || CAST(LENGTH(CAST(invoices.account AS VARCHAR)) AS VARCHAR) || ':' || CAST(invoices.account AS VARCHAR)
