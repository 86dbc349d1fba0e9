-- a rank, and a condition on it
--   count(max(accounts.heavy) per accounts) as n,
--   if(rank(max(accounts.weight)) <= 2, max(accounts.weight), 0) as best
--   by accounts.parent.flag
--   having best <= 2
WITH accounts_scan /* max_weight */ AS (
  SELECT
    parent.flag AS flag,
    MAX(accounts.weight) AS max_weight
  FROM accounts
  LEFT JOIN accounts AS parent
    ON accounts.parent_id = parent.account_id
  GROUP BY
    1
), accounts_scan_2 /* max_accounts */ AS (
  SELECT
    parent.flag AS flag,
    accounts.account_id AS accounts,
    MAX(COALESCE(accounts.weight, -1)) AS max_accounts
  FROM accounts
  LEFT JOIN accounts AS parent
    ON accounts.parent_id = parent.account_id
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.flag,
    stacked.accounts,
    MAX(stacked.max_accounts) AS max_accounts,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      accounts_scan_2.flag AS flag,
      accounts_scan_2.accounts AS accounts,
      accounts_scan_2.max_accounts AS max_accounts,
      NULL AS is_member
    FROM accounts_scan_2
    UNION ALL
    SELECT
      parent.flag AS flag,
      accounts.account_id AS accounts,
      NULL AS max_accounts,
      1 AS is_member
    FROM accounts
    LEFT JOIN accounts AS parent
      ON accounts.parent_id = parent.account_id
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_accounts /* count_per_accounts */ AS (
  SELECT
    rows_per_key.flag AS flag,
    COUNT(rows_per_key.max_accounts) AS count_per_accounts
  FROM rows_per_key
  WHERE
    NOT rows_per_key.accounts IS NULL AND rows_per_key.is_member = 1
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.flag,
    MAX(stacked.count_per_accounts) AS count_per_accounts,
    MAX(stacked.max_weight) AS max_weight
  FROM (
    SELECT
      accounts_scan.flag AS flag,
      NULL AS count_per_accounts,
      accounts_scan.max_weight AS max_weight
    FROM accounts_scan
    UNION ALL
    SELECT
      values_per_accounts.flag AS flag,
      values_per_accounts.count_per_accounts AS count_per_accounts,
      NULL AS max_weight
    FROM values_per_accounts
  ) AS stacked
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    answer.flag,
    answer.count_per_accounts,
    answer.max_weight,
    CASE
      WHEN NOT answer.max_weight IS NULL
      THEN RANK() OVER (ORDER BY answer.max_weight DESC NULLS LAST)
    END AS rank
  FROM answer
)
SELECT
  ranked.flag AS flag,
  COALESCE(ranked.count_per_accounts, 0) AS n,
  CASE WHEN ranked.rank <= 2 THEN ranked.max_weight ELSE 0 END AS best
FROM ranked
WHERE
  CASE WHEN ranked.rank <= 2 THEN ranked.max_weight ELSE 0 END <= 2
ORDER BY
  ranked.flag NULLS LAST;
-- postgres:
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS max_accounts,
--   +      CAST(NULL AS DECIMAL) AS max_accounts,
--   -      NULL AS count_per_accounts,
--   +      CAST(NULL AS DECIMAL) AS count_per_accounts,
--   -      NULL AS max_weight
--   +      CAST(NULL AS DECIMAL) AS max_weight
--   -  ranked.flag NULLS LAST
--   +  ranked.flag ASC
-- snowflake:
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS max_accounts,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_accounts,
--   -      NULL AS count_per_accounts,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_accounts,
--   -      NULL AS max_weight
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_weight
