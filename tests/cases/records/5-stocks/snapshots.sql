-- the last row before the end of the period stands, missing months are filled
--   balance, accounts by month for 2025-01 to 2025-04
WITH balances_by_months /* balance, accounts by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', balances.taken_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', balances.stands_until) AS DATE) AS last_month,
    SUM(balances.balance) AS balance,
    COUNT(*) AS accounts
  FROM (
    SELECT
      balances.*,
      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), balances_at_end_scan /* balance, accounts */ AS (
  SELECT
    months.month AS month,
    SUM(balances_by_months.balance) AS balance,
    SUM(balances_by_months.accounts) AS accounts
  FROM balances_by_months
  INNER JOIN months
    ON balances_by_months.first_month < months.ends
    AND (
      balances_by_months.last_month IS NULL
      OR balances_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.balance) AS balance,
    MAX(stacked.accounts) AS accounts
  FROM (
    SELECT
      balances_at_end_scan.month AS month,
      balances_at_end_scan.balance AS balance,
      balances_at_end_scan.accounts AS accounts
    FROM balances_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS balance,
      NULL AS accounts
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.balance, 0) AS balance,
  COALESCE(answer.accounts, 0) AS accounts
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', balances.taken_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', balances.stands_until) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(balances.taken_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(balances.stands_until AS TIMESTAMP)) AS DATE) AS last_month,
--   -      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS balance,
--   -      NULL AS accounts
--   +      CAST(NULL AS DECIMAL) AS balance,
--   +      CAST(NULL AS DECIMAL) AS accounts
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +    ) AS numbers
--   -      NULL AS balance,
--   -      NULL AS accounts
--   +      CAST(NULL AS DECIMAL(1, 0)) AS balance,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS accounts

-- at start is at end of the period before
--   opening by month for 2025-01 to 2025-04
WITH balances_by_months /* opening by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', balances.taken_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', balances.stands_until) AS DATE) AS last_month,
    SUM(balances.balance) AS opening
  FROM (
    SELECT
      balances.*,
      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), balances_at_start_scan /* opening */ AS (
  SELECT
    months.month AS month,
    SUM(balances_by_months.opening) AS opening
  FROM balances_by_months
  INNER JOIN months
    ON balances_by_months.first_month < months.starts
    AND (
      balances_by_months.last_month IS NULL
      OR balances_by_months.last_month >= months.starts
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.opening) AS opening
  FROM (
    SELECT
      balances_at_start_scan.month AS month,
      balances_at_start_scan.opening AS opening
    FROM balances_at_start_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS opening
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.opening, 0) AS opening
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', balances.taken_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', balances.stands_until) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(balances.taken_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(balances.stands_until AS TIMESTAMP)) AS DATE) AS last_month,
--   -      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS opening
--   +      CAST(NULL AS DECIMAL) AS opening
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +    ) AS numbers
--   -      NULL AS opening
--   +      CAST(NULL AS DECIMAL(1, 0)) AS opening

-- a quarter's end is that of its last month, never a sum
--   balance by quarter for 2025-01-01 to 2025-06-30
WITH balances_by_quarters /* balance by the quarters in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', balances.taken_on) AS DATE) AS first_quarter,
    CAST(DATE_TRUNC('quarter', balances.stands_until) AS DATE) AS last_quarter,
    SUM(balances.balance) AS balance
  FROM (
    SELECT
      balances.*,
      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  GROUP BY
    1,
    2
), quarters /* every quarter, from `starts` to before `ends` */ AS (
  SELECT
    series.quarter,
    series.quarter AS starts,
    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
      ) AS DATE) AS quarter
  ) AS series
), balances_at_end_scan /* balance */ AS (
  SELECT
    quarters.quarter AS quarter,
    SUM(balances_by_quarters.balance) AS balance
  FROM balances_by_quarters
  INNER JOIN quarters
    ON balances_by_quarters.first_quarter < quarters.ends
    AND (
      balances_by_quarters.last_quarter IS NULL
      OR balances_by_quarters.last_quarter >= quarters.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.balance) AS balance
  FROM (
    SELECT
      balances_at_end_scan.quarter AS quarter,
      balances_at_end_scan.balance AS balance
    FROM balances_at_end_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS balance
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.balance, 0) AS balance
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('quarter', balances.taken_on) AS DATE) AS first_quarter,
--   -    CAST(DATE_TRUNC('quarter', balances.stands_until) AS DATE) AS last_quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(balances.taken_on AS TIMESTAMP)) AS DATE) AS first_quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(balances.stands_until AS TIMESTAMP)) AS DATE) AS last_quarter,
--   -      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.quarter + INTERVAL '3 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      CAST(series.start AS DATE) AS quarter
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '3 MONTH'
--   +    ) AS series(start)
--   -      NULL AS balance
--   +      CAST(NULL AS DECIMAL) AS balance
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 3, series.quarter) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS quarter
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -      NULL AS balance
--   +      CAST(NULL AS DECIMAL(1, 0)) AS balance

-- days without rows
--   balance by day for 2025-02-14 to 2025-02-16
WITH balances_by_days /* balance by the days in which they begin and end */ AS (
  SELECT
    balances.taken_on AS first_day,
    balances.stands_until AS last_day,
    SUM(balances.balance) AS balance
  FROM (
    SELECT
      balances.*,
      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  GROUP BY
    1,
    2
), days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-14' AS DATE), CAST('2025-02-16' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), balances_at_end_scan /* balance */ AS (
  SELECT
    days.day AS day,
    SUM(balances_by_days.balance) AS balance
  FROM balances_by_days
  INNER JOIN days
    ON balances_by_days.first_day < days.ends
    AND (
      balances_by_days.last_day IS NULL OR balances_by_days.last_day >= days.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.balance) AS balance
  FROM (
    SELECT
      balances_at_end_scan.day AS day,
      balances_at_end_scan.balance AS balance
    FROM balances_at_end_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS balance
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.balance, 0) AS balance
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-14' AS DATE), CAST('2025-02-16' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-14' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-16' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS balance
--   +      CAST(NULL AS DECIMAL) AS balance
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-14' AS DATE), CAST('2025-02-16' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-02-14', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -      NULL AS balance
--   +      CAST(NULL AS DECIMAL(1, 0)) AS balance

-- the row is picked before any group is looked at
--   balance, accounts by balances.region for 2025-02
SELECT
  balances.region AS region,
  COALESCE(SUM(balances.balance), 0) AS balance,
  COUNT(*) AS accounts
FROM (
  SELECT
    balances.*,
    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
  FROM balances
) AS balances
WHERE
  balances.taken_on < CAST('2025-03-01' AS DATE)
  AND (
    balances.stands_until IS NULL
    OR balances.stands_until >= CAST('2025-03-01' AS DATE)
  )
GROUP BY
  1
ORDER BY
  balances.region NULLS LAST;
-- postgres:
--   -    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
--   -  balances.region NULLS LAST
--   +  balances.region COLLATE "C" ASC
-- snowflake:
--   -  balances.taken_on < CAST('2025-03-01' AS DATE)
--   +  balances.taken_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    OR balances.stands_until >= CAST('2025-03-01' AS DATE)
--   +    OR balances.stands_until >= TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- and before any condition
--   balance where balances.region = 'north' for 2025-02
SELECT
  COALESCE(SUM(balances.balance), 0) AS balance
FROM (
  SELECT
    balances.*,
    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
  FROM balances
) AS balances
WHERE
  balances.taken_on < CAST('2025-03-01' AS DATE)
  AND (
    balances.stands_until IS NULL
    OR balances.stands_until >= CAST('2025-03-01' AS DATE)
  )
  AND balances.region = 'north';
-- postgres:
--   -    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
-- snowflake:
--   -  balances.taken_on < CAST('2025-03-01' AS DATE)
--   +  balances.taken_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    OR balances.stands_until >= CAST('2025-03-01' AS DATE)
--   +    OR balances.stands_until >= TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- inside an aggregate too
--   sum(balances.balance where region = 'north' at end) as north, count(balances where balance > 100 at end) as large for 2025-02
SELECT
  COALESCE(SUM(balances.balance) FILTER(WHERE
    balances.region = 'north'), 0) AS north,
  COUNT(*) FILTER(WHERE
    balances.balance > 100) AS large
FROM (
  SELECT
    balances.*,
    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
  FROM balances
) AS balances
WHERE
  balances.taken_on < CAST('2025-03-01' AS DATE)
  AND (
    balances.stands_until IS NULL
    OR balances.stands_until >= CAST('2025-03-01' AS DATE)
  );
-- postgres:
--   -    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
-- snowflake:
--   -  COALESCE(SUM(balances.balance) FILTER(WHERE
--   -    balances.region = 'north'), 0) AS north,
--   -  COUNT(*) FILTER(WHERE
--   -    balances.balance > 100) AS large
--   +  COALESCE(SUM(CASE WHEN balances.region = 'north' THEN balances.balance END), 0) AS north,
--   +  COUNT(CASE WHEN balances.balance > 100 THEN 1 END) AS large
--   -  balances.taken_on < CAST('2025-03-01' AS DATE)
--   +  balances.taken_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    OR balances.stands_until >= CAST('2025-03-01' AS DATE)
--   +    OR balances.stands_until >= TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- a null in the last row is not replaced by an older value
--   sum(balances.balance at end) as s, count(balances.balance at end) as filled, count(balances at end) as n for 2025-02 where balances.account_id = 4
SELECT
  COALESCE(SUM(balances.balance), 0) AS s,
  COUNT(balances.balance) AS filled,
  COUNT(*) AS n
FROM (
  SELECT
    balances.*,
    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
  FROM balances
) AS balances
WHERE
  balances.taken_on < CAST('2025-03-01' AS DATE)
  AND (
    balances.stands_until IS NULL
    OR balances.stands_until >= CAST('2025-03-01' AS DATE)
  )
  AND balances.account_id = 4;
-- postgres:
--   -    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
-- snowflake:
--   -  balances.taken_on < CAST('2025-03-01' AS DATE)
--   +  balances.taken_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    OR balances.stands_until >= CAST('2025-03-01' AS DATE)
--   +    OR balances.stands_until >= TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- averages, shares and joins of the last rows
--   avg(balances.balance at end) as mean, share(balances.balance >= 60 at end) as big by accounts.owner for 2025-02
SELECT
  account.owner AS owner,
  AVG(balances.balance) AS mean,
  AVG(CAST(balances.balance >= 60 AS INT)) AS big
FROM (
  SELECT
    balances.*,
    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
  FROM balances
) AS balances
LEFT JOIN accounts AS account
  ON balances.account_id = account.account_id
WHERE
  balances.taken_on < CAST('2025-03-01' AS DATE)
  AND (
    balances.stands_until IS NULL
    OR balances.stands_until >= CAST('2025-03-01' AS DATE)
  )
GROUP BY
  1
ORDER BY
  account.owner NULLS LAST;
-- postgres:
--   -  AVG(balances.balance) AS mean,
--   -  AVG(CAST(balances.balance >= 60 AS INT)) AS big
--   +  AVG(CAST(balances.balance AS DOUBLE PRECISION)) AS mean,
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN balances.balance >= 60
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        balances.balance >= 60
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE PRECISION)
--   +  ) AS big
--   -    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
--   -  account.owner NULLS LAST
--   +  account.owner COLLATE "C" ASC
-- snowflake:
--   -  AVG(balances.balance) AS mean,
--   -  AVG(CAST(balances.balance >= 60 AS INT)) AS big
--   +  AVG(CAST(balances.balance AS DOUBLE)) AS mean,
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN balances.balance >= 60
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        balances.balance >= 60
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE)
--   +  ) AS big
--   -  balances.taken_on < CAST('2025-03-01' AS DATE)
--   +  balances.taken_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    OR balances.stands_until >= CAST('2025-03-01' AS DATE)
--   +    OR balances.stands_until >= TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- without a period it is read at the end of the as-of day
--   balance
SELECT
  COALESCE(SUM(balances.balance), 0) AS balance
FROM (
  SELECT
    balances.*,
    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
  FROM balances
) AS balances
WHERE
  balances.taken_on < CAST('2025-03-16' AS DATE)
  AND (
    balances.stands_until IS NULL
    OR balances.stands_until >= CAST('2025-03-16' AS DATE)
  );
-- postgres:
--   -    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +    LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
-- snowflake:
--   -  balances.taken_on < CAST('2025-03-16' AS DATE)
--   +  balances.taken_on < TO_DATE('2025-03-16', 'YYYY-MM-DD')
--   -    OR balances.stands_until >= CAST('2025-03-16' AS DATE)
--   +    OR balances.stands_until >= TO_DATE('2025-03-16', 'YYYY-MM-DD')

-- a month before
--   balance, prior(balance, 1 month) as before, growth(balance, 1 month) as g by month for 2025-02 to 2025-03
WITH balances_by_months /* balance by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', balances.taken_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', balances.stands_until) AS DATE) AS last_month,
    SUM(balances.balance) AS balance
  FROM (
    SELECT
      balances.*,
      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), balances_at_end_scan /* balance */ AS (
  SELECT
    months.month AS month,
    SUM(balances_by_months.balance) AS balance
  FROM balances_by_months
  INNER JOIN months
    ON balances_by_months.first_month < months.ends
    AND (
      balances_by_months.last_month IS NULL
      OR balances_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), balances_by_months_2 /* prior_balance by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(balances.taken_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
    SUM(balances.balance) AS prior_balance
  FROM (
    SELECT
      balances.*,
      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  GROUP BY
    1,
    2
), balances_prior_at_end_scan /* prior_balance */ AS (
  SELECT
    months.month AS month,
    SUM(balances_by_months_2.prior_balance) AS prior_balance
  FROM balances_by_months_2
  INNER JOIN months
    ON balances_by_months_2.first_month < months.ends
    AND (
      balances_by_months_2.last_month IS NULL
      OR balances_by_months_2.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.balance) AS balance,
    MAX(stacked.prior_balance) AS prior_balance
  FROM (
    SELECT
      balances_at_end_scan.month AS month,
      balances_at_end_scan.balance AS balance,
      NULL AS prior_balance
    FROM balances_at_end_scan
    UNION ALL
    SELECT
      balances_prior_at_end_scan.month AS month,
      NULL AS balance,
      balances_prior_at_end_scan.prior_balance AS prior_balance
    FROM balances_prior_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS balance,
      NULL AS prior_balance
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.balance, 0) AS balance,
  COALESCE(answer.prior_balance, 0) AS before,
  (
    COALESCE(answer.balance, 0) - COALESCE(answer.prior_balance, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_balance, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', balances.taken_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', balances.stands_until) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(balances.taken_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(balances.stands_until AS TIMESTAMP)) AS DATE) AS last_month,
--   -      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(DATE_TRUNC('month', CAST(balances.taken_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(balances.taken_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC(
--   +      'month',
--   +      CAST(CAST(balances.stands_until + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS last_month,
--   -      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
--   -      NULL AS prior_balance
--   +      CAST(NULL AS DECIMAL) AS prior_balance
--   -      NULL AS balance,
--   +      CAST(NULL AS DECIMAL) AS balance,
--   -      NULL AS balance,
--   -      NULL AS prior_balance
--   +      CAST(NULL AS DECIMAL) AS balance,
--   +      CAST(NULL AS DECIMAL) AS prior_balance
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_balance, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_balance, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    CAST(DATE_TRUNC('month', CAST(balances.taken_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, balances.taken_on)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, balances.stands_until)) AS DATE) AS last_month,
--   -      NULL AS prior_balance
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_balance
--   -      NULL AS balance,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS balance,
--   -      NULL AS balance,
--   -      NULL AS prior_balance
--   +      CAST(NULL AS DECIMAL(1, 0)) AS balance,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_balance
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_balance, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_balance, 0)), 0) AS g

-- least and greatest need no at end
--   max(balances.balance) as high, min(balances.balance) as low by month for 2025-01 to 2025-04
WITH balances_scan /* max_balance, min_balance */ AS (
  SELECT
    CAST(DATE_TRUNC('month', balances.taken_on) AS DATE) AS month,
    MAX(balances.balance) AS max_balance,
    MIN(balances.balance) AS min_balance
  FROM balances
  WHERE
    balances.taken_on >= CAST('2025-01-01' AS DATE)
    AND balances.taken_on < CAST('2025-05-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.max_balance) AS max_balance,
    MAX(stacked.min_balance) AS min_balance
  FROM (
    SELECT
      balances_scan.month AS month,
      balances_scan.max_balance AS max_balance,
      balances_scan.min_balance AS min_balance
    FROM balances_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS max_balance,
      NULL AS min_balance
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.max_balance AS high,
  answer.min_balance AS low
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', balances.taken_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(balances.taken_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS max_balance,
--   -      NULL AS min_balance
--   +      CAST(NULL AS DECIMAL) AS max_balance,
--   +      CAST(NULL AS DECIMAL) AS min_balance
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    balances.taken_on >= CAST('2025-01-01' AS DATE)
--   -    AND balances.taken_on < CAST('2025-05-01' AS DATE)
--   +    balances.taken_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND balances.taken_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +  ) AS numbers
--   -      NULL AS max_balance,
--   -      NULL AS min_balance
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_balance,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS min_balance

-- the average of the daily balances
--   avg(balance per day) as mean for 2025-02-13 to 2025-02-15
WITH days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-12' AS DATE), CAST('2025-02-17' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-02-13' AS DATE)
    AND series.atom < CAST('2025-02-16' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-03-16' AS DATE)
), balances_at_end_scan /* sum_balance_at_end */ AS (
  SELECT
    days.day AS day,
    SUM(balances.balance) AS sum_balance_at_end
  FROM (
    SELECT
      balances.*,
      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  JOIN days
    ON balances.taken_on < days.ends
    AND (
      balances.stands_until IS NULL OR balances.stands_until >= days.ends
    )
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.sum_balance_at_end) AS sum_balance_at_end
  FROM (
    SELECT
      balances_at_end_scan.day AS day,
      balances_at_end_scan.sum_balance_at_end AS sum_balance_at_end
    FROM balances_at_end_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS sum_balance_at_end
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  AVG(COALESCE(rows_per_key.sum_balance_at_end, 0)) AS mean
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-12' AS DATE), CAST('2025-02-17' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-12' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-17' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
--   -      NULL AS sum_balance_at_end
--   +      CAST(NULL AS DECIMAL) AS sum_balance_at_end
--   -  AVG(COALESCE(rows_per_key.sum_balance_at_end, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.sum_balance_at_end, 0) AS DOUBLE PRECISION)) AS mean
-- snowflake:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-12' AS DATE), CAST('2025-02-17' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-02-12', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 6))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-02-13' AS DATE)
--   -    AND series.atom < CAST('2025-02-16' AS DATE)
--   +    series.atom >= TO_DATE('2025-02-13', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-02-16', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-03-16' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-16', 'YYYY-MM-DD')
--   -      NULL AS sum_balance_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_balance_at_end
--   -  AVG(COALESCE(rows_per_key.sum_balance_at_end, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.sum_balance_at_end, 0) AS DOUBLE)) AS mean

-- a flow and a stock side by side
--   balance, max(balances.balance) as high by balances.region for 2025-03
WITH balances_at_end_scan /* balance */ AS (
  SELECT
    balances.region AS region,
    SUM(balances.balance) AS balance
  FROM (
    SELECT
      balances.*,
      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  WHERE
    balances.taken_on < CAST('2025-04-01' AS DATE)
    AND (
      balances.stands_until IS NULL
      OR balances.stands_until >= CAST('2025-04-01' AS DATE)
    )
  GROUP BY
    1
), balances_scan /* max_balance */ AS (
  SELECT
    balances.region AS region,
    MAX(balances.balance) AS max_balance
  FROM balances
  WHERE
    balances.taken_on >= CAST('2025-03-01' AS DATE)
    AND balances.taken_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.balance) AS balance,
    MAX(stacked.max_balance) AS max_balance
  FROM (
    SELECT
      balances_at_end_scan.region AS region,
      balances_at_end_scan.balance AS balance,
      NULL AS max_balance
    FROM balances_at_end_scan
    UNION ALL
    SELECT
      balances_scan.region AS region,
      NULL AS balance,
      balances_scan.max_balance AS max_balance
    FROM balances_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.balance, 0) AS balance,
  answer.max_balance AS high
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on NULLS LAST) AS stands_until
--   +      LEAD(balances.taken_on) OVER (PARTITION BY balances.account_id ORDER BY balances.taken_on) AS stands_until
--   -      NULL AS max_balance
--   +      CAST(NULL AS DECIMAL) AS max_balance
--   -      NULL AS balance,
--   +      CAST(NULL AS DECIMAL) AS balance,
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    balances.taken_on < CAST('2025-04-01' AS DATE)
--   +    balances.taken_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      OR balances.stands_until >= CAST('2025-04-01' AS DATE)
--   +      OR balances.stands_until >= TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    balances.taken_on >= CAST('2025-03-01' AS DATE)
--   -    AND balances.taken_on < CAST('2025-04-01' AS DATE)
--   +    balances.taken_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND balances.taken_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      NULL AS max_balance
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_balance
--   -      NULL AS balance,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS balance,

-- the date of a snapshot need not be among the fields
--   sum(holdings.balance at end) as balance, max(holdings.taken_on) as latest by month for 2025-01-01 to 2025-02-28
WITH holdings_by_months /* sum_balance_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', holdings.taken_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', holdings.stands_until) AS DATE) AS last_month,
    SUM(holdings.balance) AS sum_balance_at_end
  FROM (
    SELECT
      holdings.*,
      LEAD(holdings.taken_on) OVER (PARTITION BY holdings.account_id ORDER BY holdings.taken_on NULLS LAST) AS stands_until
    FROM balances AS holdings
  ) AS holdings
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), holdings_at_end_scan /* sum_balance_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(holdings_by_months.sum_balance_at_end) AS sum_balance_at_end
  FROM holdings_by_months
  INNER JOIN months
    ON holdings_by_months.first_month < months.ends
    AND (
      holdings_by_months.last_month IS NULL
      OR holdings_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), holdings_scan /* max_taken_on */ AS (
  SELECT
    CAST(DATE_TRUNC('month', holdings.taken_on) AS DATE) AS month,
    MAX(holdings.taken_on) AS max_taken_on
  FROM balances AS holdings
  WHERE
    holdings.taken_on >= CAST('2025-01-01' AS DATE)
    AND holdings.taken_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_balance_at_end) AS sum_balance_at_end,
    MAX(stacked.max_taken_on) AS max_taken_on
  FROM (
    SELECT
      holdings_at_end_scan.month AS month,
      holdings_at_end_scan.sum_balance_at_end AS sum_balance_at_end,
      NULL AS max_taken_on
    FROM holdings_at_end_scan
    UNION ALL
    SELECT
      holdings_scan.month AS month,
      NULL AS sum_balance_at_end,
      holdings_scan.max_taken_on AS max_taken_on
    FROM holdings_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_balance_at_end,
      NULL AS max_taken_on
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_balance_at_end, 0) AS balance,
  answer.max_taken_on AS latest
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', holdings.taken_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', holdings.stands_until) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(holdings.taken_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(holdings.stands_until AS TIMESTAMP)) AS DATE) AS last_month,
--   -      LEAD(holdings.taken_on) OVER (PARTITION BY holdings.account_id ORDER BY holdings.taken_on NULLS LAST) AS stands_until
--   +      LEAD(holdings.taken_on) OVER (PARTITION BY holdings.account_id ORDER BY holdings.taken_on) AS stands_until
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(DATE_TRUNC('month', holdings.taken_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(holdings.taken_on AS TIMESTAMP)) AS DATE) AS month,
--   -      NULL AS max_taken_on
--   +      CAST(NULL AS DATE) AS max_taken_on
--   -      NULL AS sum_balance_at_end,
--   +      CAST(NULL AS DECIMAL) AS sum_balance_at_end,
--   -      NULL AS sum_balance_at_end,
--   -      NULL AS max_taken_on
--   +      CAST(NULL AS DECIMAL) AS sum_balance_at_end,
--   +      CAST(NULL AS DATE) AS max_taken_on
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    holdings.taken_on >= CAST('2025-01-01' AS DATE)
--   -    AND holdings.taken_on < CAST('2025-03-01' AS DATE)
--   +    holdings.taken_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND holdings.taken_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS max_taken_on
--   +      CAST(NULL AS DATE) AS max_taken_on
--   -      NULL AS sum_balance_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_balance_at_end,
--   -      NULL AS sum_balance_at_end,
--   -      NULL AS max_taken_on
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_balance_at_end,
--   +      CAST(NULL AS DATE) AS max_taken_on

-- a median by a group that is named like a column of the snapshots
--   median(openings.balance at end) as middle by all accounts.opened_on
WITH openings_at_end_scan /* median_balance_at_end */ AS (
  SELECT
    account.opened_on AS opened_on,
    QUANTILE_CONT(CAST(openings.balance AS DOUBLE), 0.5) AS median_balance_at_end
  FROM (
    SELECT
      openings.*,
      LEAD(openings.taken_on) OVER (PARTITION BY openings.account_id ORDER BY openings.taken_on NULLS LAST) AS stands_until
    FROM openings
  ) AS openings
  LEFT JOIN accounts AS account
    ON openings.account_id = account.account_id
  WHERE
    openings.taken_on < CAST('2025-03-16' AS DATE)
    AND (
      openings.stands_until IS NULL
      OR openings.stands_until >= CAST('2025-03-16' AS DATE)
    )
  GROUP BY
    1
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    opened_on
  FROM openings_at_end_scan
), members /* all members of opened_on */ AS (
  SELECT DISTINCT
    accounts.opened_on AS opened_on
  FROM accounts
), groups_2 /* the groups that have rows, and all members */ AS (
  SELECT
    opened_on
  FROM groups
  UNION
  SELECT
    members.opened_on
  FROM members
), answer /* one row for each group */ AS (
  SELECT
    stacked.opened_on,
    MAX(stacked.median_balance_at_end) AS median_balance_at_end
  FROM (
    SELECT
      openings_at_end_scan.opened_on AS opened_on,
      openings_at_end_scan.median_balance_at_end AS median_balance_at_end
    FROM openings_at_end_scan
    UNION ALL
    SELECT
      groups_2.opened_on AS opened_on,
      NULL AS median_balance_at_end
    FROM groups_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.opened_on AS opened_on,
  answer.median_balance_at_end AS middle
FROM answer
ORDER BY
  answer.opened_on NULLS LAST;
-- postgres:
--   -    QUANTILE_CONT(CAST(openings.balance AS DOUBLE), 0.5) AS median_balance_at_end
--   +    PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +      CAST(openings.balance AS DOUBLE PRECISION)) AS median_balance_at_end
--   -      LEAD(openings.taken_on) OVER (PARTITION BY openings.account_id ORDER BY openings.taken_on NULLS LAST) AS stands_until
--   +      LEAD(openings.taken_on) OVER (PARTITION BY openings.account_id ORDER BY openings.taken_on) AS stands_until
--   -      NULL AS median_balance_at_end
--   +      CAST(NULL AS DECIMAL) AS median_balance_at_end
--   -  answer.opened_on NULLS LAST
--   +  answer.opened_on ASC
-- snowflake:
--   -    QUANTILE_CONT(CAST(openings.balance AS DOUBLE), 0.5) AS median_balance_at_end
--   +    PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +      CAST(openings.balance AS DOUBLE) NULLS LAST) AS median_balance_at_end
--   -    openings.taken_on < CAST('2025-03-16' AS DATE)
--   +    openings.taken_on < TO_DATE('2025-03-16', 'YYYY-MM-DD')
--   -      OR openings.stands_until >= CAST('2025-03-16' AS DATE)
--   +      OR openings.stands_until >= TO_DATE('2025-03-16', 'YYYY-MM-DD')
--   -      NULL AS median_balance_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS median_balance_at_end
