-- growth is measured against the size of the earlier value
--   growth(profit, 1 year) as g by month for 2025-01 to 2025-02
WITH entries_by_month /* sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS starting_month,
    SUM(entries.amount) AS sum_amount
  FROM entries
  WHERE
    entries.booked_on >= CAST('2024-01-01' AS DATE)
    AND entries.booked_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), entries_scan /* sum_amount */ AS (
  SELECT
    entries_by_month.starting_month AS month,
    entries_by_month.sum_amount AS sum_amount
  FROM entries_by_month
  WHERE
    entries_by_month.starting_month >= CAST('2025-01-01' AS DATE)
    AND entries_by_month.starting_month < CAST('2025-03-01' AS DATE)
), entries_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
    entries_by_month.sum_amount AS prior_sum_amount
  FROM entries_by_month
  WHERE
    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.month AS month,
      NULL AS sum_amount,
      entries_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM entries_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount,
      NULL AS prior_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
--   +    CAST(entries_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) AS month,
--   -    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(entries_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    entries.booked_on >= CAST('2024-01-01' AS DATE)
--   -    AND entries.booked_on < CAST('2025-03-01' AS DATE)
--   +    entries.booked_on >= TO_DATE('2024-01-01', 'YYYY-MM-DD')
--   +    AND entries.booked_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    entries_by_month.starting_month >= CAST('2025-01-01' AS DATE)
--   -    AND entries_by_month.starting_month < CAST('2025-03-01' AS DATE)
--   +    entries_by_month.starting_month >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND entries_by_month.starting_month < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 12, entries_by_month.starting_month) AS month,
--   -    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 12, entries_by_month.starting_month) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, entries_by_month.starting_month) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g

-- an unfinished month against the whole month a year ago
--   profit, prior(profit, 1 year) as before, growth(profit, 1 year) as g by month for 2025-03
WITH entries_by_month /* profit of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS starting_month,
    SUM(entries.amount) AS profit
  FROM entries
  WHERE
    entries.booked_on >= CAST('2024-02-29' AS DATE)
    AND entries.booked_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), entries_scan /* profit */ AS (
  SELECT
    entries_by_month.starting_month AS month,
    entries_by_month.profit AS profit
  FROM entries_by_month
  WHERE
    entries_by_month.starting_month >= CAST('2025-03-01' AS DATE)
    AND entries_by_month.starting_month < CAST('2025-04-01' AS DATE)
), entries_prior_scan /* prior_profit */ AS (
  SELECT
    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
    entries_by_month.profit AS prior_profit
  FROM entries_by_month
  WHERE
    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
    AND CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.profit) AS profit,
    MAX(stacked.prior_profit) AS prior_profit
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.profit AS profit,
      NULL AS prior_profit
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.month AS month,
      NULL AS profit,
      entries_prior_scan.prior_profit AS prior_profit
    FROM entries_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS profit,
      NULL AS prior_profit
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.profit, 0) AS profit,
  COALESCE(answer.prior_profit, 0) AS before,
  (
    COALESCE(answer.profit, 0) - COALESCE(answer.prior_profit, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_profit, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
--   +    CAST(entries_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) AS month,
--   -    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    CAST(entries_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-03-01' AS DATE)
--   +    AND CAST(entries_by_month.starting_month + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL) AS prior_profit
--   -      NULL AS profit,
--   +      CAST(NULL AS DECIMAL) AS profit,
--   -      NULL AS profit,
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL) AS profit,
--   +      CAST(NULL AS DECIMAL) AS prior_profit
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_profit, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_profit, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    entries.booked_on >= CAST('2024-02-29' AS DATE)
--   -    AND entries.booked_on < CAST('2025-04-01' AS DATE)
--   +    entries.booked_on >= TO_DATE('2024-02-29', 'YYYY-MM-DD')
--   +    AND entries.booked_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    entries_by_month.starting_month >= CAST('2025-03-01' AS DATE)
--   -    AND entries_by_month.starting_month < CAST('2025-04-01' AS DATE)
--   +    entries_by_month.starting_month >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND entries_by_month.starting_month < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 12, entries_by_month.starting_month) AS month,
--   -    CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries_by_month.starting_month + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    DATEADD(MONTH, 12, entries_by_month.starting_month) >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, entries_by_month.starting_month) < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +  ) AS numbers
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_profit
--   -      NULL AS profit,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS profit,
--   -      NULL AS profit,
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL(1, 0)) AS profit,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_profit
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_profit, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_profit, 0)), 0) AS g

-- aligned cuts both at the end of the as-of day
--   growth(profit, 1 year, aligned) as g, change(profit, 1 year, aligned) as c by month for 2025-03
WITH entries_scan /* sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
    SUM(entries.amount) AS sum_amount
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-03-01' AS DATE)
    AND entries.booked_on < CAST('2025-04-01' AS DATE)
    AND (
      entries.booked_on < CAST('2025-03-11' AS DATE) OR entries.booked_on IS NULL
    )
  GROUP BY
    1
), entries_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
    SUM(entries.amount) AS prior_sum_amount
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
    AND (
      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
    )
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.month AS month,
      NULL AS sum_amount,
      entries_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM entries_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount,
      NULL AS prior_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
  COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0) AS c
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-03-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   -      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   -      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
--   +      CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   +      OR CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    entries.booked_on >= CAST('2025-03-01' AS DATE)
--   -    AND entries.booked_on < CAST('2025-04-01' AS DATE)
--   +    entries.booked_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND entries.booked_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      entries.booked_on < CAST('2025-03-11' AS DATE) OR entries.booked_on IS NULL
--   +      entries.booked_on < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   +      OR entries.booked_on IS NULL
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 12, entries.booked_on)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    DATEADD(MONTH, 12, entries.booked_on) >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, entries.booked_on) < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   -      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
--   +      DATEADD(MONTH, 12, entries.booked_on) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   +      OR DATEADD(MONTH, 12, entries.booked_on) IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +  ) AS numbers
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,

-- aligned changes nothing in a period that is complete
--   growth(profit, 1 year, aligned) as g, growth(profit, 1 month, aligned) as m by month for 2025-01 to 2025-02
WITH entries_scan /* sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
    SUM(entries.amount) AS sum_amount
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-01-01' AS DATE)
    AND entries.booked_on < CAST('2025-03-01' AS DATE)
    AND (
      entries.booked_on < CAST('2025-03-11' AS DATE) OR entries.booked_on IS NULL
    )
  GROUP BY
    1
), entries_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
    SUM(entries.amount) AS prior_sum_amount
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
    AND (
      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
    )
  GROUP BY
    1
), entries_prior_scan_2 /* prior_sum_amount_2 */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
    SUM(entries.amount) AS prior_sum_amount_2
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
    AND (
      CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
      OR CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) IS NULL
    )
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount,
    MAX(stacked.prior_sum_amount_2) AS prior_sum_amount_2
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount,
      NULL AS prior_sum_amount_2
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.month AS month,
      NULL AS sum_amount,
      entries_prior_scan.prior_sum_amount AS prior_sum_amount,
      NULL AS prior_sum_amount_2
    FROM entries_prior_scan
    UNION ALL
    SELECT
      entries_prior_scan_2.month AS month,
      NULL AS sum_amount,
      NULL AS prior_sum_amount,
      entries_prior_scan_2.prior_sum_amount_2 AS prior_sum_amount_2
    FROM entries_prior_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount,
      NULL AS prior_sum_amount,
      NULL AS prior_sum_amount_2
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount_2, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount_2, 0)), 0) AS m
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   -      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
--   +      CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   +      OR CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) IS NULL
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -      CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   -      OR CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   +      CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   +      OR CAST(entries.booked_on + INTERVAL '1 MONTH' AS DATE) IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_amount,
--   -      NULL AS prior_sum_amount_2
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_2
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS prior_sum_amount_2
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_2
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS prior_sum_amount_2
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_2
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   -  (
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount_2, 0)), 0) AS m
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount_2, 0)), 0) AS m
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    entries.booked_on >= CAST('2025-01-01' AS DATE)
--   -    AND entries.booked_on < CAST('2025-03-01' AS DATE)
--   +    entries.booked_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND entries.booked_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      entries.booked_on < CAST('2025-03-11' AS DATE) OR entries.booked_on IS NULL
--   +      entries.booked_on < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   +      OR entries.booked_on IS NULL
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 12, entries.booked_on)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 12, entries.booked_on) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, entries.booked_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   -      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
--   +      DATEADD(MONTH, 12, entries.booked_on) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   +      OR DATEADD(MONTH, 12, entries.booked_on) IS NULL
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, entries.booked_on)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, entries.booked_on) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, entries.booked_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   -      OR CAST(entries.booked_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   +      DATEADD(MONTH, 1, entries.booked_on) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   +      OR DATEADD(MONTH, 1, entries.booked_on) IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS prior_sum_amount,
--   -      NULL AS prior_sum_amount_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount_2
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS prior_sum_amount_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount_2
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS prior_sum_amount_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount_2
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   -  (
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g,
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount_2, 0)), 0) AS m
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount_2, 0)), 0) AS m

-- aligned by quarter
--   change(profit, 1 year, aligned) as c by quarter for 2025-Q1
WITH entries_scan /* sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', entries.booked_on) AS DATE) AS quarter,
    SUM(entries.amount) AS sum_amount
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-01-01' AS DATE)
    AND entries.booked_on < CAST('2025-04-01' AS DATE)
    AND (
      entries.booked_on < CAST('2025-03-11' AS DATE) OR entries.booked_on IS NULL
    )
  GROUP BY
    1
), entries_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
    SUM(entries.amount) AS prior_sum_amount
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
    AND (
      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
    )
  GROUP BY
    1
), quarters /* every quarter */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '3' MONTH)
    ) AS DATE) AS quarter
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      entries_scan.quarter AS quarter,
      entries_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.quarter AS quarter,
      NULL AS sum_amount,
      entries_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM entries_prior_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS sum_amount,
      NULL AS prior_sum_amount
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0) AS c
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('quarter', entries.booked_on) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(DATE_TRUNC('quarter', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC(
--   +      'quarter',
--   +      CAST(CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS quarter,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   -      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   -      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
--   +      CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   +      OR CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    CAST(series.start AS DATE) AS quarter
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '3 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    entries.booked_on >= CAST('2025-01-01' AS DATE)
--   -    AND entries.booked_on < CAST('2025-04-01' AS DATE)
--   +    entries.booked_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND entries.booked_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      entries.booked_on < CAST('2025-03-11' AS DATE) OR entries.booked_on IS NULL
--   +      entries.booked_on < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   +      OR entries.booked_on IS NULL
--   -    CAST(DATE_TRUNC('quarter', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', DATEADD(MONTH, 12, entries.booked_on)) AS DATE) AS quarter,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    DATEADD(MONTH, 12, entries.booked_on) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, entries.booked_on) < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   -      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
--   +      DATEADD(MONTH, 12, entries.booked_on) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   +      OR DATEADD(MONTH, 12, entries.booked_on) IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS quarter
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +  ) AS numbers
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount

-- vs prior aligned
--   profit by month for 2025-02 to 2025-03 where entries.id != 10 vs prior year aligned
WITH entries_scan /* profit */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
    SUM(entries.amount) AS profit
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-02-01' AS DATE)
    AND entries.booked_on < CAST('2025-04-01' AS DATE)
    AND (
      entries.booked_on < CAST('2025-03-11' AS DATE) OR entries.booked_on IS NULL
    )
    AND entries.id <> 10
  GROUP BY
    1
), entries_prior_scan /* prior_profit */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
    SUM(entries.amount) AS prior_profit
  FROM entries
  WHERE
    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
    AND (
      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
    )
    AND entries.id <> 10
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.profit) AS profit,
    MAX(stacked.prior_profit) AS prior_profit
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.profit AS profit,
      NULL AS prior_profit
    FROM entries_scan
    UNION ALL
    SELECT
      entries_prior_scan.month AS month,
      NULL AS profit,
      entries_prior_scan.prior_profit AS prior_profit
    FROM entries_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS profit,
      NULL AS prior_profit
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.profit, 0) AS profit,
  COALESCE(answer.prior_profit, 0) AS profit_prior,
  COALESCE(answer.profit, 0) - COALESCE(answer.prior_profit, 0) AS profit_change
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   -      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   -      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
--   +      CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-11' AS DATE)
--   +      OR CAST(entries.booked_on + INTERVAL '12 MONTH' AS DATE) IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL) AS prior_profit
--   -      NULL AS profit,
--   +      CAST(NULL AS DECIMAL) AS profit,
--   -      NULL AS profit,
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL) AS profit,
--   +      CAST(NULL AS DECIMAL) AS prior_profit
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    entries.booked_on >= CAST('2025-02-01' AS DATE)
--   -    AND entries.booked_on < CAST('2025-04-01' AS DATE)
--   +    entries.booked_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND entries.booked_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      entries.booked_on < CAST('2025-03-11' AS DATE) OR entries.booked_on IS NULL
--   +      entries.booked_on < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   +      OR entries.booked_on IS NULL
--   -    CAST(DATE_TRUNC('month', CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 12, entries.booked_on)) AS DATE) AS month,
--   -    CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    DATEADD(MONTH, 12, entries.booked_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, entries.booked_on) < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-11' AS DATE)
--   -      OR CAST(entries.booked_on + INTERVAL '12' MONTH AS DATE) IS NULL
--   +      DATEADD(MONTH, 12, entries.booked_on) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   +      OR DATEADD(MONTH, 12, entries.booked_on) IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_profit
--   -      NULL AS profit,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS profit,
--   -      NULL AS profit,
--   -      NULL AS prior_profit
--   +      CAST(NULL AS DECIMAL(1, 0)) AS profit,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_profit

-- the current period is marked, and so is one that the range cuts
--   profit by month for 2025-02-11 to 2025-04-10
WITH entries_scan /* profit */ AS (
  SELECT
    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
    SUM(entries.amount) AS profit
  FROM entries
  WHERE
    entries.booked_on >= CAST('2025-02-11' AS DATE)
    AND entries.booked_on < CAST('2025-04-11' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.profit) AS profit
  FROM (
    SELECT
      entries_scan.month AS month,
      entries_scan.profit AS profit
    FROM entries_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS profit
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.profit, 0) AS profit
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', entries.booked_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(entries.booked_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS profit
--   +      CAST(NULL AS DECIMAL) AS profit
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    entries.booked_on >= CAST('2025-02-11' AS DATE)
--   -    AND entries.booked_on < CAST('2025-04-11' AS DATE)
--   +    entries.booked_on >= TO_DATE('2025-02-11', 'YYYY-MM-DD')
--   +    AND entries.booked_on < TO_DATE('2025-04-11', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS profit
--   +      CAST(NULL AS DECIMAL(1, 0)) AS profit
