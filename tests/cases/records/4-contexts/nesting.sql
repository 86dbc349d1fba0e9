-- rank of a growth
--   growth(revenue, 1 month) as g, rank(growth(revenue, 1 month)) as r by orders.region for 2025-02
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.region AS region,
      NULL AS sum_amount,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
  ) AS stacked
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    answer.region,
    answer.sum_amount,
    answer.prior_sum_amount,
    CASE
      WHEN NOT (
        (
          COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
        ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0)
      ) IS NULL
      THEN RANK() OVER (
        ORDER BY (
          COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
        ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) DESC NULLS LAST
      )
    END AS rank
  FROM answer
)
SELECT
  ranked.region AS region,
  (
    COALESCE(ranked.sum_amount, 0) - COALESCE(ranked.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(ranked.prior_sum_amount, 0)), 0) AS g,
  ranked.rank AS r
FROM ranked
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -        (
--   +        CAST((
--   -        ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0)
--   +        ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0)
--   -        ORDER BY (
--   +        ORDER BY CAST((
--   -        ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) DESC NULLS LAST
--   +        ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) DESC NULLS LAST
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(ranked.prior_sum_amount, 0)), 0) AS g,
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(ranked.prior_sum_amount, 0)), 0) AS g,
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -        (
--   +        CAST((
--   -        ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0)
--   +        ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0)
--   -        ORDER BY (
--   +        ORDER BY CAST((
--   -        ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) DESC NULLS LAST
--   +        ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) DESC NULLS LAST
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(ranked.prior_sum_amount, 0)), 0) AS g,
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(ranked.prior_sum_amount, 0)), 0) AS g,

-- the growth of the whole beside that of each
--   total(growth(revenue, 1 month)) as g, prior(total(revenue), 1 month) as before by orders.region for 2025-02
WITH orders_total_scan /* total_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
), orders_prior_total_scan /* total_prior_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_prior_sum_amount
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    orders.region AS region
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), orders_groups_prior_scan /* which groups have rows */ AS (
  SELECT
    orders.region AS region
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.total_sum_amount) AS total_sum_amount,
    MAX(stacked.total_prior_sum_amount) AS total_prior_sum_amount
  FROM (
    SELECT
      1 AS level,
      NULL AS region,
      orders_total_scan.total_sum_amount AS total_sum_amount,
      NULL AS total_prior_sum_amount
    FROM orders_total_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS total_sum_amount,
      orders_prior_total_scan.total_prior_sum_amount AS total_prior_sum_amount
    FROM orders_prior_total_scan
    UNION ALL
    SELECT
      0 AS level,
      orders_groups_scan.region AS region,
      NULL AS total_sum_amount,
      NULL AS total_prior_sum_amount
    FROM orders_groups_scan
    UNION ALL
    SELECT
      0 AS level,
      orders_groups_prior_scan.region AS region,
      NULL AS total_sum_amount,
      NULL AS total_prior_sum_amount
    FROM orders_groups_prior_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_sum_amount END) OVER () AS total_sum_amount,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_prior_sum_amount END) OVER () AS total_prior_sum_amount
  FROM answer
)
SELECT
  with_totals.region AS region,
  (
    COALESCE(with_totals.total_sum_amount, 0) - COALESCE(with_totals.total_prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(with_totals.total_prior_sum_amount, 0)), 0) AS g,
  COALESCE(with_totals.total_prior_sum_amount, 0) AS before
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.region NULLS LAST;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -      NULL AS region,
--   +      CAST(NULL AS TEXT) AS region,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_prior_sum_amount
--   -      NULL AS region,
--   -      NULL AS total_sum_amount,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   -      NULL AS total_sum_amount,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_prior_sum_amount
--   -      NULL AS total_sum_amount,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(with_totals.total_prior_sum_amount, 0)), 0) AS g,
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(with_totals.total_prior_sum_amount, 0)), 0) AS g,
--   -  with_totals.region NULLS LAST
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS region,
--   +      CAST(NULL AS VARCHAR) AS region,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_prior_sum_amount
--   -      NULL AS region,
--   -      NULL AS total_sum_amount,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   -      NULL AS total_sum_amount,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_prior_sum_amount
--   -      NULL AS total_sum_amount,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(with_totals.total_prior_sum_amount, 0)), 0) AS g,
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(with_totals.total_prior_sum_amount, 0)), 0) AS g,

-- rank of a running value, in each month
--   rank(running(revenue)) as r by month, orders.region for 2025-01 to 2025-02
WITH orders_by_month /* running_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.region AS region,
    SUM(orders.amount) AS running_sum_amount
  FROM orders
  WHERE
    orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), orders_scan /* running_sum_amount */ AS (
  SELECT
    CASE
      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-01-01' AS DATE) IS NULL
      THEN NULL
      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-01-01' AS DATE))
    END AS month,
    orders_by_month.region AS region,
    SUM(orders_by_month.running_sum_amount) AS running_sum_amount
  FROM orders_by_month
  WHERE
    NOT orders_by_month.starting_month IS NULL
    AND orders_by_month.starting_month < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
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
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region,
    MAX(stacked.running_sum_amount) AS running_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.running_sum_amount AS running_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS running_sum_amount
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
), with_running /* running: running_sum_amount */ AS (
  SELECT
    answer.month,
    answer.region,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.running_sum_amount) OVER (
        PARTITION BY answer.region
        ORDER BY answer.month NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      )
    END AS running_sum_amount
  FROM answer
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    with_running.month,
    with_running.region,
    with_running.running_sum_amount,
    CASE
      WHEN NOT COALESCE(with_running.running_sum_amount, 0) IS NULL
      THEN RANK() OVER (
        PARTITION BY with_running.month
        ORDER BY COALESCE(with_running.running_sum_amount, 0) DESC NULLS LAST
      )
    END AS rank
  FROM with_running
)
SELECT
  ranked.month AS month,
  ranked.region AS region,
  ranked.rank AS r
FROM ranked
ORDER BY
  ranked.month NULLS LAST,
  ranked.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CASE
--   -      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-01-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-01-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(orders_by_month.starting_month, CAST('2025-01-01' AS DATE)) AS month,
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
--   -      NULL AS running_sum_amount
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount
--   -        ORDER BY answer.month NULLS LAST
--   +        ORDER BY answer.month ASC
--   -  ranked.month NULLS LAST,
--   -  ranked.region NULLS LAST
--   +  ranked.month ASC,
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CASE
--   -      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-01-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-01-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(orders_by_month.starting_month, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month,
--   -    AND orders_by_month.starting_month < CAST('2025-03-01' AS DATE)
--   +    AND orders_by_month.starting_month < TO_DATE('2025-03-01', 'YYYY-MM-DD')
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
--   -      NULL AS running_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount

-- a share of running values
--   running(revenue) / total(running(revenue)) as share by orders.region for 2025-02
WITH orders_scan /* running_sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS running_sum_amount
  FROM orders
  WHERE
    orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), orders_total_scan /* total_running_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_running_sum_amount
  FROM orders
  WHERE
    orders.ordered_on < CAST('2025-03-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.running_sum_amount) AS running_sum_amount,
    MAX(stacked.total_running_sum_amount) AS total_running_sum_amount
  FROM (
    SELECT
      0 AS level,
      orders_scan.region AS region,
      orders_scan.running_sum_amount AS running_sum_amount,
      NULL AS total_running_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS running_sum_amount,
      orders_total_scan.total_running_sum_amount AS total_running_sum_amount
    FROM orders_total_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    answer.running_sum_amount,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_running_sum_amount END) OVER () AS total_running_sum_amount
  FROM answer
)
SELECT
  with_totals.region AS region,
  COALESCE(with_totals.running_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_running_sum_amount, 0), 0) AS share
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.region NULLS LAST;
-- postgres:
--   -      NULL AS total_running_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_running_sum_amount
--   -      NULL AS region,
--   -      NULL AS running_sum_amount,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   -  COALESCE(with_totals.running_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_running_sum_amount, 0), 0) AS share
--   +  CAST(COALESCE(with_totals.running_sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_totals.total_running_sum_amount, 0), 0) AS share
--   -  with_totals.region NULLS LAST
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS total_running_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_running_sum_amount
--   -      NULL AS region,
--   -      NULL AS running_sum_amount,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount,
--   -  COALESCE(with_totals.running_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_running_sum_amount, 0), 0) AS share
--   +  CAST(COALESCE(with_totals.running_sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(with_totals.total_running_sum_amount, 0), 0) AS share

-- a trailing mean per customer
--   trailing(avg(revenue per orders.customer), 2 months) as mean by month for 2025-02
WITH orders_by_month /* trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.customer AS customer,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months_seen.month AS month,
    orders_by_month.customer AS customer,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1,
    2
), values_per_customer /* trailing_avg_per_customer */ AS (
  SELECT
    orders_scan.month AS month,
    AVG(COALESCE(orders_scan.trailing_sum_amount, 0)) AS trailing_avg_per_customer
  FROM orders_scan
  WHERE
    NOT orders_scan.customer IS NULL
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_avg_per_customer) AS trailing_avg_per_customer
  FROM (
    SELECT
      values_per_customer.month AS month,
      values_per_customer.trailing_avg_per_customer AS trailing_avg_per_customer
    FROM values_per_customer
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_avg_per_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.trailing_avg_per_customer AS mean
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -    AVG(COALESCE(orders_scan.trailing_sum_amount, 0)) AS trailing_avg_per_customer
--   +    AVG(CAST(COALESCE(orders_scan.trailing_sum_amount, 0) AS DOUBLE PRECISION)) AS trailing_avg_per_customer
--   -      NULL AS trailing_avg_per_customer
--   +      CAST(NULL AS DECIMAL) AS trailing_avg_per_customer
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-12-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -2, months.ends)
--   -    AVG(COALESCE(orders_scan.trailing_sum_amount, 0)) AS trailing_avg_per_customer
--   +    AVG(CAST(COALESCE(orders_scan.trailing_sum_amount, 0) AS DOUBLE)) AS trailing_avg_per_customer
--   -      NULL AS trailing_avg_per_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_avg_per_customer

-- the mean of the regions' growths is not the growth of all
--   avg(growth(revenue, 1 month) per orders.region) as mean, growth(revenue, 1 month) as g for 2025-02
WITH orders_scan /* sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
), orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
), orders_scan_2 /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), orders_prior_scan_2 /* prior_sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_scan_2.region AS region,
      orders_scan_2.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM orders_scan_2
    UNION ALL
    SELECT
      orders_prior_scan_2.region AS region,
      NULL AS sum_amount,
      orders_prior_scan_2.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan_2
  ) AS stacked
  GROUP BY
    1
), values_per_region /* avg_per_region */ AS (
  SELECT
    AVG(
      (
        COALESCE(rows_per_key.sum_amount, 0) - COALESCE(rows_per_key.prior_sum_amount, 0)
      ) / NULLIF(ABS(COALESCE(rows_per_key.prior_sum_amount, 0)), 0)
    ) AS avg_per_region
  FROM rows_per_key
  WHERE
    NOT rows_per_key.region IS NULL
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.avg_per_region) AS avg_per_region,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      NULL AS avg_per_region,
      orders_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      NULL AS avg_per_region,
      NULL AS sum_amount,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      values_per_region.avg_per_region AS avg_per_region,
      NULL AS sum_amount,
      NULL AS prior_sum_amount
    FROM values_per_region
  ) AS stacked
)
SELECT
  answer.avg_per_region AS mean,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
FROM answer;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      (
--   +      CAST(CAST((
--   -      ) / NULLIF(ABS(COALESCE(rows_per_key.prior_sum_amount, 0)), 0)
--   +      ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(rows_per_key.prior_sum_amount, 0)), 0) AS DOUBLE PRECISION)
--   -      NULL AS avg_per_region,
--   +      CAST(NULL AS DECIMAL) AS avg_per_region,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS avg_per_region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS avg_per_region,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      (
--   +      CAST(CAST((
--   -      ) / NULLIF(ABS(COALESCE(rows_per_key.prior_sum_amount, 0)), 0)
--   +      ) AS DOUBLE) / NULLIF(ABS(COALESCE(rows_per_key.prior_sum_amount, 0)), 0) AS DOUBLE)
--   -      NULL AS avg_per_region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_region,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS avg_per_region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g

-- the best day of each region, added up
--   sum(max(revenue per day) per orders.region) as s for 2025-02
WITH orders_by_day /* sum_amount of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-02-01' AS DATE)
    AND series.atom < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-05-01' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), orders_scan /* sum_amount */ AS (
  SELECT
    days_seen.day AS day,
    orders_by_day.region AS region,
    SUM(orders_by_day.sum_amount) AS sum_amount
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2
), groups /* the groups of the answer */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.region AS region,
      orders_scan.sum_amount AS sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      groups.region AS region,
      NULL AS sum_amount
    FROM groups
    CROSS JOIN days
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day /* max_per_day */ AS (
  SELECT
    rows_per_key.region AS region,
    MAX(COALESCE(rows_per_key.sum_amount, 0)) AS max_per_day
  FROM rows_per_key
  GROUP BY
    1
), rows_per_key_2 /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.max_per_day) AS max_per_day,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      values_per_day.region AS region,
      values_per_day.max_per_day AS max_per_day,
      NULL AS is_member
    FROM values_per_day
    UNION ALL
    SELECT DISTINCT
      region AS region,
      NULL AS max_per_day,
      1 AS is_member
    FROM orders_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  COALESCE(SUM(rows_per_key_2.max_per_day), 0) AS s
FROM rows_per_key_2
WHERE
  NOT rows_per_key_2.region IS NULL AND rows_per_key_2.is_member = 1;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS max_per_day,
--   +      CAST(NULL AS DECIMAL) AS max_per_day,
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-01-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 31))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-02-01' AS DATE)
--   -    AND series.atom < CAST('2025-03-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-05-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -      NULL AS sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS max_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_per_day,

-- a narrowed trailing value against the whole
--   (trailing(revenue, 2 months) where orders.region = 'n') / trailing(revenue, 2 months) as share by month for 2025-02 to 2025-03
WITH orders_by_month /* trailing_sum_amount, trailing_sum_amount_2 of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) FILTER(WHERE
      orders.region = 'n') AS trailing_sum_amount,
    SUM(orders.amount) AS trailing_sum_amount_2
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
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
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount, trailing_sum_amount_2 */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount,
    SUM(orders_by_month.trailing_sum_amount_2) AS trailing_sum_amount_2
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.trailing_sum_amount_2) AS trailing_sum_amount_2
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      orders_scan.trailing_sum_amount_2 AS trailing_sum_amount_2
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount,
      NULL AS trailing_sum_amount_2
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_sum_amount, 0) / NULLIF(COALESCE(answer.trailing_sum_amount_2, 0), 0) AS share
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
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
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount_2
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount_2
--   -  COALESCE(answer.trailing_sum_amount, 0) / NULLIF(COALESCE(answer.trailing_sum_amount_2, 0), 0) AS share
--   +  CAST(COALESCE(answer.trailing_sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.trailing_sum_amount_2, 0), 0) AS share
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    SUM(orders.amount) FILTER(WHERE
--   -      orders.region = 'n') AS trailing_sum_amount,
--   +    SUM(CASE WHEN orders.region = 'n' THEN orders.amount END) AS trailing_sum_amount,
--   -    orders.ordered_on >= CAST('2024-12-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
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
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -2, months.ends)
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount_2
--   -  COALESCE(answer.trailing_sum_amount, 0) / NULLIF(COALESCE(answer.trailing_sum_amount_2, 0), 0) AS share
--   +  CAST(COALESCE(answer.trailing_sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(answer.trailing_sum_amount_2, 0), 0) AS share

-- distinct customers of the year to date by region
--   to_date(buyers, year) as ytd by month, orders.region for 2025-02 to 2025-03
WITH orders_by_month /* groups of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.region AS region,
    orders.customer AS value
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1,
    2,
    3
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
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND months_with_rows.seen < months.ends
), months_seen_in_runs /* from which month to before which */ AS (
  SELECT
    months_seen.seen AS seen,
    MIN(months_seen.month) AS begins,
    CAST(MAX(months_seen.month) + INTERVAL '1' MONTH AS DATE) AS ends
  FROM months_seen
  GROUP BY
    1
), orders_in_sight /* each value's runs, and where its next one begins */ AS (
  SELECT
    orders_by_month.region,
    orders_by_month.value,
    months_seen_in_runs.begins,
    months_seen_in_runs.ends,
    LEAD(months_seen_in_runs.begins) OVER (
      PARTITION BY orders_by_month.region, orders_by_month.value
      ORDER BY orders_by_month.starting_month NULLS LAST
    ) AS again
  FROM orders_by_month
  INNER JOIN months_seen_in_runs
    ON orders_by_month.starting_month = months_seen_in_runs.seen
), orders_steps /* values that come into sight, less those that go out of it, by month */ AS (
  SELECT
    orders_in_sight.begins AS month,
    orders_in_sight.region AS region,
    COUNT(orders_in_sight.value) AS step
  FROM orders_in_sight
  GROUP BY
    1,
    2
  UNION ALL
  SELECT
    CASE
      WHEN orders_in_sight.again < orders_in_sight.ends
      THEN orders_in_sight.again
      ELSE orders_in_sight.ends
    END AS month,
    orders_in_sight.region AS region,
    -COUNT(orders_in_sight.value) AS step
  FROM orders_in_sight
  GROUP BY
    1,
    2
), orders_scan /* year_to_date_count_customer */ AS (
  SELECT
    months.month AS month,
    orders_steps.region AS region,
    SUM(orders_steps.step) AS year_to_date_count_customer
  FROM orders_steps
  INNER JOIN months
    ON months.month = orders_steps.month
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region,
    MAX(stacked.year_to_date_count_customer) AS year_to_date_count_customer
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.year_to_date_count_customer AS year_to_date_count_customer
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS year_to_date_count_customer
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
), with_running /* running: year_to_date_count_customer */ AS (
  SELECT
    answer.month,
    answer.region,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.year_to_date_count_customer) OVER (
        PARTITION BY answer.region
        ORDER BY answer.month NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      )
    END AS year_to_date_count_customer
  FROM answer
)
SELECT
  with_running.month AS month,
  with_running.region AS region,
  COALESCE(with_running.year_to_date_count_customer, 0) AS ytd
FROM with_running
ORDER BY
  with_running.month NULLS LAST,
  with_running.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
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
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(CAST(months.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -    CAST(MAX(months_seen.month) + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(MAX(months_seen.month) + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      ORDER BY orders_by_month.starting_month NULLS LAST
--   +      ORDER BY orders_by_month.starting_month ASC
--   -      NULL AS year_to_date_count_customer
--   +      CAST(NULL AS DECIMAL) AS year_to_date_count_customer
--   -        ORDER BY answer.month NULLS LAST
--   +        ORDER BY answer.month ASC
--   -  with_running.month NULLS LAST,
--   -  with_running.region NULLS LAST
--   +  with_running.month ASC,
--   +  with_running.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
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
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', DATEADD(DAY, -1, months.ends)) AS DATE)
--   -    CAST(MAX(months_seen.month) + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, MAX(months_seen.month)) AS ends
--   -      NULL AS year_to_date_count_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS year_to_date_count_customer

-- the growth of a stock
--   people, growth(people, 1 month) as g by month for 2025-02 to 2025-03
WITH people_by_months /* people by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', people.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', people.left_on) AS DATE) AS last_month,
    COUNT(*) AS people
  FROM people
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
), people_at_end_scan /* people */ AS (
  SELECT
    months.month AS month,
    SUM(people_by_months.people) AS people
  FROM people_by_months
  INNER JOIN months
    ON people_by_months.first_month < months.ends
    AND (
      people_by_months.last_month IS NULL OR people_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), people_by_months_2 /* prior_people by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(people.joined_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', CAST(people.left_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
    COUNT(*) AS prior_people
  FROM people
  GROUP BY
    1,
    2
), people_prior_at_end_scan /* prior_people */ AS (
  SELECT
    months.month AS month,
    SUM(people_by_months_2.prior_people) AS prior_people
  FROM people_by_months_2
  INNER JOIN months
    ON people_by_months_2.first_month < months.ends
    AND (
      people_by_months_2.last_month IS NULL
      OR people_by_months_2.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.people) AS people,
    MAX(stacked.prior_people) AS prior_people
  FROM (
    SELECT
      people_at_end_scan.month AS month,
      people_at_end_scan.people AS people,
      NULL AS prior_people
    FROM people_at_end_scan
    UNION ALL
    SELECT
      people_prior_at_end_scan.month AS month,
      NULL AS people,
      people_prior_at_end_scan.prior_people AS prior_people
    FROM people_prior_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS people,
      NULL AS prior_people
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.people, 0) AS people,
  (
    COALESCE(answer.people, 0) - COALESCE(answer.prior_people, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_people, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', people.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', people.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(people.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(people.left_on AS TIMESTAMP)) AS DATE) AS last_month,
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
--   -    CAST(DATE_TRUNC('month', CAST(people.joined_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(people.left_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(people.joined_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(people.left_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS last_month,
--   -      NULL AS prior_people
--   +      CAST(NULL AS DECIMAL) AS prior_people
--   -      NULL AS people,
--   +      CAST(NULL AS DECIMAL) AS people,
--   -      NULL AS people,
--   -      NULL AS prior_people
--   +      CAST(NULL AS DECIMAL) AS people,
--   +      CAST(NULL AS DECIMAL) AS prior_people
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_people, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_people, 0)), 0) AS g
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
--   -    CAST(DATE_TRUNC('month', CAST(people.joined_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(people.left_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, people.joined_on)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, people.left_on)) AS DATE) AS last_month,
--   -      NULL AS prior_people
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_people
--   -      NULL AS people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS people,
--   -      NULL AS people,
--   -      NULL AS prior_people
--   +      CAST(NULL AS DECIMAL(1, 0)) AS people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_people
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_people, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_people, 0)), 0) AS g

-- a running or trailing stock is what stands at the end
--   people, running(people) as r, trailing(people, 3 months) as t, to_date(people, year) as y by month for 2025-01 to 2025-03
WITH people_by_months /* people by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', people.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', people.left_on) AS DATE) AS last_month,
    COUNT(*) AS people
  FROM people
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
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), people_at_end_scan /* people */ AS (
  SELECT
    months.month AS month,
    SUM(people_by_months.people) AS people
  FROM people_by_months
  INNER JOIN months
    ON people_by_months.first_month < months.ends
    AND (
      people_by_months.last_month IS NULL OR people_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), people_at_end_scan_2 /* running_people */ AS (
  SELECT
    months.month AS month,
    COUNT(*) AS running_people
  FROM people
  JOIN months
    ON people.joined_on < months.ends
    AND (
      people.left_on IS NULL OR people.left_on >= months.ends
    )
  GROUP BY
    1
), people_at_end_scan_3 /* trailing_people */ AS (
  SELECT
    months.month AS month,
    COUNT(*) AS trailing_people
  FROM people
  JOIN months
    ON people.joined_on < months.ends
    AND (
      people.left_on IS NULL OR people.left_on >= months.ends
    )
  GROUP BY
    1
), people_at_end_scan_4 /* year_to_date_people */ AS (
  SELECT
    months.month AS month,
    COUNT(*) AS year_to_date_people
  FROM people
  JOIN months
    ON people.joined_on < months.ends
    AND (
      people.left_on IS NULL OR people.left_on >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.people) AS people,
    MAX(stacked.running_people) AS running_people,
    MAX(stacked.trailing_people) AS trailing_people,
    MAX(stacked.year_to_date_people) AS year_to_date_people
  FROM (
    SELECT
      people_at_end_scan.month AS month,
      people_at_end_scan.people AS people,
      NULL AS running_people,
      NULL AS trailing_people,
      NULL AS year_to_date_people
    FROM people_at_end_scan
    UNION ALL
    SELECT
      people_at_end_scan_2.month AS month,
      NULL AS people,
      people_at_end_scan_2.running_people AS running_people,
      NULL AS trailing_people,
      NULL AS year_to_date_people
    FROM people_at_end_scan_2
    UNION ALL
    SELECT
      people_at_end_scan_3.month AS month,
      NULL AS people,
      NULL AS running_people,
      people_at_end_scan_3.trailing_people AS trailing_people,
      NULL AS year_to_date_people
    FROM people_at_end_scan_3
    UNION ALL
    SELECT
      people_at_end_scan_4.month AS month,
      NULL AS people,
      NULL AS running_people,
      NULL AS trailing_people,
      people_at_end_scan_4.year_to_date_people AS year_to_date_people
    FROM people_at_end_scan_4
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS people,
      NULL AS running_people,
      NULL AS trailing_people,
      NULL AS year_to_date_people
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.people, 0) AS people,
  COALESCE(answer.running_people, 0) AS r,
  COALESCE(answer.trailing_people, 0) AS t,
  COALESCE(answer.year_to_date_people, 0) AS y
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', people.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', people.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(people.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(people.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS running_people,
--   -      NULL AS trailing_people,
--   -      NULL AS year_to_date_people
--   +      CAST(NULL AS DECIMAL) AS running_people,
--   +      CAST(NULL AS DECIMAL) AS trailing_people,
--   +      CAST(NULL AS DECIMAL) AS year_to_date_people
--   -      NULL AS people,
--   +      CAST(NULL AS DECIMAL) AS people,
--   -      NULL AS trailing_people,
--   -      NULL AS year_to_date_people
--   +      CAST(NULL AS DECIMAL) AS trailing_people,
--   +      CAST(NULL AS DECIMAL) AS year_to_date_people
--   -      NULL AS people,
--   -      NULL AS running_people,
--   +      CAST(NULL AS DECIMAL) AS people,
--   +      CAST(NULL AS DECIMAL) AS running_people,
--   -      NULL AS year_to_date_people
--   +      CAST(NULL AS DECIMAL) AS year_to_date_people
--   -      NULL AS people,
--   -      NULL AS running_people,
--   -      NULL AS trailing_people,
--   +      CAST(NULL AS DECIMAL) AS people,
--   +      CAST(NULL AS DECIMAL) AS running_people,
--   +      CAST(NULL AS DECIMAL) AS trailing_people,
--   -      NULL AS people,
--   -      NULL AS running_people,
--   -      NULL AS trailing_people,
--   -      NULL AS year_to_date_people
--   +      CAST(NULL AS DECIMAL) AS people,
--   +      CAST(NULL AS DECIMAL) AS running_people,
--   +      CAST(NULL AS DECIMAL) AS trailing_people,
--   +      CAST(NULL AS DECIMAL) AS year_to_date_people
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -      NULL AS running_people,
--   -      NULL AS trailing_people,
--   -      NULL AS year_to_date_people
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS year_to_date_people
--   -      NULL AS people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS people,
--   -      NULL AS trailing_people,
--   -      NULL AS year_to_date_people
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS year_to_date_people
--   -      NULL AS people,
--   -      NULL AS running_people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_people,
--   -      NULL AS year_to_date_people
--   +      CAST(NULL AS DECIMAL(1, 0)) AS year_to_date_people
--   -      NULL AS people,
--   -      NULL AS running_people,
--   -      NULL AS trailing_people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_people,
--   -      NULL AS people,
--   -      NULL AS running_people,
--   -      NULL AS trailing_people,
--   -      NULL AS year_to_date_people
--   +      CAST(NULL AS DECIMAL(1, 0)) AS people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_people,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS year_to_date_people

-- the mean of a stock over days
--   avg(people per day) as mean, min(people per day) as least for 2025-03-09 to 2025-03-11
WITH days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-13' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-03-09' AS DATE)
    AND series.atom < CAST('2025-03-12' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-05-01' AS DATE)
), people_at_end_scan /* count_people_at_end */ AS (
  SELECT
    days.day AS day,
    COUNT(*) AS count_people_at_end
  FROM people
  JOIN days
    ON people.joined_on < days.ends
    AND (
      people.left_on IS NULL OR people.left_on >= days.ends
    )
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_people_at_end) AS count_people_at_end
  FROM (
    SELECT
      people_at_end_scan.day AS day,
      people_at_end_scan.count_people_at_end AS count_people_at_end
    FROM people_at_end_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_people_at_end
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  AVG(COALESCE(rows_per_key.count_people_at_end, 0)) AS mean,
  MIN(COALESCE(rows_per_key.count_people_at_end, 0)) AS least
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-13' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-08' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-13' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_people_at_end
--   +      CAST(NULL AS DECIMAL) AS count_people_at_end
--   -  AVG(COALESCE(rows_per_key.count_people_at_end, 0)) AS mean,
--   +  AVG(CAST(COALESCE(rows_per_key.count_people_at_end, 0) AS DOUBLE PRECISION)) AS mean,
-- snowflake:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-08' AS DATE), CAST('2025-03-13' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-03-08', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 6))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-03-09' AS DATE)
--   -    AND series.atom < CAST('2025-03-12' AS DATE)
--   +    series.atom >= TO_DATE('2025-03-09', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-03-12', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-05-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -      NULL AS count_people_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_people_at_end
--   -  AVG(COALESCE(rows_per_key.count_people_at_end, 0)) AS mean,
--   +  AVG(CAST(COALESCE(rows_per_key.count_people_at_end, 0) AS DOUBLE)) AS mean,

-- a flow per person of a stock
--   revenue / people as each by month for 2025-02 to 2025-03
WITH orders_scan /* sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), people_by_months /* count_people_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', people.joined_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', people.left_on) AS DATE) AS last_month,
    COUNT(*) AS count_people_at_end
  FROM people
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
), people_at_end_scan /* count_people_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(people_by_months.count_people_at_end) AS count_people_at_end
  FROM people_by_months
  INNER JOIN months
    ON people_by_months.first_month < months.ends
    AND (
      people_by_months.last_month IS NULL OR people_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.count_people_at_end) AS count_people_at_end
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.sum_amount AS sum_amount,
      NULL AS count_people_at_end
    FROM orders_scan
    UNION ALL
    SELECT
      people_at_end_scan.month AS month,
      NULL AS sum_amount,
      people_at_end_scan.count_people_at_end AS count_people_at_end
    FROM people_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount,
      NULL AS count_people_at_end
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_amount, 0) / NULLIF(COALESCE(answer.count_people_at_end, 0), 0) AS each
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', people.joined_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', people.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(people.joined_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(people.left_on AS TIMESTAMP)) AS DATE) AS last_month,
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
--   -      NULL AS count_people_at_end
--   +      CAST(NULL AS DECIMAL) AS count_people_at_end
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS count_people_at_end
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS count_people_at_end
--   -  COALESCE(answer.sum_amount, 0) / NULLIF(COALESCE(answer.count_people_at_end, 0), 0) AS each
--   +  CAST(COALESCE(answer.sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.count_people_at_end, 0), 0) AS each
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
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
--   -      NULL AS count_people_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_people_at_end
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS count_people_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_people_at_end
--   -  COALESCE(answer.sum_amount, 0) / NULLIF(COALESCE(answer.count_people_at_end, 0), 0) AS each
--   +  CAST(COALESCE(answer.sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(answer.count_people_at_end, 0), 0) AS each

-- a window of days for each day
--   max(trailing(revenue, 2 days) per day) as most, sum(trailing(revenue, 2 days) per day) as s for 2025-02-19 to 2025-02-21
WITH orders_by_day /* trailing_sum_amount of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  GROUP BY
    1
), days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-18' AS DATE), CAST('2025-02-23' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-02-19' AS DATE)
    AND series.atom < CAST('2025-02-22' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-05-01' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '2' DAY AS DATE)
    AND days_with_rows.seen < days.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    days_seen.day AS day,
    SUM(orders_by_day.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS trailing_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  MAX(COALESCE(rows_per_key.trailing_sum_amount, 0)) AS most,
  COALESCE(SUM(COALESCE(rows_per_key.trailing_sum_amount, 0)), 0) AS s
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-18' AS DATE), CAST('2025-02-23' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-18' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-23' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '2' DAY AS DATE)
--   +    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '2 DAY' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
-- snowflake:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-18' AS DATE), CAST('2025-02-23' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-02-18', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 6))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-02-19' AS DATE)
--   -    AND series.atom < CAST('2025-02-22' AS DATE)
--   +    series.atom >= TO_DATE('2025-02-19', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-02-22', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-05-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '2' DAY AS DATE)
--   +    ON days_with_rows.seen >= DATEADD(DAY, -2, days.ends)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount

-- the best with others, against the month before
--   revenue, buyers top 1 orders.region by revenue with others for 2025-02 vs prior month
WITH orders_scan /* sum_amount, count_customer */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount,
    COUNT(DISTINCT orders.customer) AS count_customer
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), top_region_places AS (
  SELECT
    orders_scan.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
    ) AS place
  FROM orders_scan
), top_region /* the best 1 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 1
), orders_scan_2 /* revenue, buyers */ AS (
  SELECT
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    SUM(orders.amount) AS revenue,
    COUNT(DISTINCT orders.customer) AS buyers
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), orders_prior_scan /* prior_revenue, prior_buyers */ AS (
  SELECT
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    SUM(orders.amount) AS prior_revenue,
    COUNT(DISTINCT orders.customer) AS prior_buyers
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), answer /* one row for each group */ AS (
  SELECT
    stacked.region_is_other,
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue,
    MAX(stacked.buyers) AS buyers,
    MAX(stacked.prior_buyers) AS prior_buyers
  FROM (
    SELECT
      orders_scan_2.region_is_other AS region_is_other,
      orders_scan_2.region AS region,
      orders_scan_2.revenue AS revenue,
      NULL AS prior_revenue,
      orders_scan_2.buyers AS buyers,
      NULL AS prior_buyers
    FROM orders_scan_2
    UNION ALL
    SELECT
      orders_prior_scan.region_is_other AS region_is_other,
      orders_prior_scan.region AS region,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue,
      NULL AS buyers,
      orders_prior_scan.prior_buyers AS prior_buyers
    FROM orders_prior_scan
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  CASE WHEN answer.region_is_other = 1 THEN 'Other' ELSE answer.region END AS region,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS revenue_prior,
  COALESCE(answer.revenue, 0) - COALESCE(answer.prior_revenue, 0) AS revenue_change,
  COALESCE(answer.buyers, 0) AS buyers,
  COALESCE(answer.prior_buyers, 0) AS buyers_prior,
  COALESCE(answer.buyers, 0) - COALESCE(answer.prior_buyers, 0) AS buyers_change,
  answer.region_is_other AS is_other
FROM answer
ORDER BY
  answer.region_is_other NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -      NULL AS prior_revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue,
--   -      NULL AS prior_buyers
--   +      CAST(NULL AS DECIMAL) AS prior_buyers
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS buyers,
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   -  answer.region_is_other NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.region_is_other ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS prior_revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue,
--   -      NULL AS prior_buyers
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_buyers
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers,

-- a window inside a total
--   trailing(revenue, 2 months) / total(trailing(revenue, 2 months)) as share by month, orders.region for 2025-02
WITH orders_by_month /* trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.region AS region,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months_seen.month AS month,
    orders_by_month.region AS region,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1,
    2
), orders_by_month_2 /* total_trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS total_trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), months_with_rows_2 AS (
  SELECT DISTINCT
    orders_by_month_2.starting_month AS seen
  FROM orders_by_month_2
), months_seen_2 /* which months each month sees */ AS (
  SELECT
    months_with_rows_2.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows_2
    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows_2.seen < months.ends
), orders_total_scan /* total_trailing_sum_amount */ AS (
  SELECT
    months_seen_2.month AS month,
    SUM(orders_by_month_2.total_trailing_sum_amount) AS total_trailing_sum_amount
  FROM orders_by_month_2
  INNER JOIN months_seen_2
    ON orders_by_month_2.starting_month = months_seen_2.seen
  GROUP BY
    1
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.month,
    stacked.region,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.total_trailing_sum_amount) AS total_trailing_sum_amount
  FROM (
    SELECT
      0 AS level,
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      NULL AS total_trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      orders_total_scan.month AS month,
      NULL AS region,
      NULL AS trailing_sum_amount,
      orders_total_scan.total_trailing_sum_amount AS total_trailing_sum_amount
    FROM orders_total_scan
    UNION ALL
    SELECT
      0 AS level,
      months.month AS month,
      groups.region AS region,
      NULL AS trailing_sum_amount,
      NULL AS total_trailing_sum_amount
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.month,
    answer.region,
    answer.trailing_sum_amount,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_trailing_sum_amount END) OVER (PARTITION BY answer.month) AS total_trailing_sum_amount
  FROM answer
)
SELECT
  with_totals.month AS month,
  with_totals.region AS region,
  COALESCE(with_totals.trailing_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_trailing_sum_amount, 0), 0) AS share
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.month NULLS LAST,
  with_totals.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      NULL AS total_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_trailing_sum_amount
--   -      NULL AS region,
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS total_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_trailing_sum_amount
--   -  COALESCE(with_totals.trailing_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_trailing_sum_amount, 0), 0) AS share
--   +  CAST(COALESCE(with_totals.trailing_sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_totals.total_trailing_sum_amount, 0), 0) AS share
--   -  with_totals.month NULLS LAST,
--   -  with_totals.region NULLS LAST
--   +  with_totals.month ASC,
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-12-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -2, months.ends)
--   -    orders.ordered_on >= CAST('2024-12-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    ON months_with_rows_2.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows_2.seen >= DATEADD(MONTH, -2, months.ends)
--   -      NULL AS total_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_trailing_sum_amount
--   -      NULL AS region,
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS total_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_trailing_sum_amount
--   -  COALESCE(with_totals.trailing_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_trailing_sum_amount, 0), 0) AS share
--   +  CAST(COALESCE(with_totals.trailing_sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(with_totals.total_trailing_sum_amount, 0), 0) AS share

-- buyers who bought in two months running: the keys are those of all rows that the formula reads
--   share(revenue > 0 and prior(revenue, 1 month) > 0 per orders.customer) as again by month for 2025-02 to 2025-03
WITH orders_by_month /* sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.customer AS customer,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1,
    2
), orders_scan /* sum_amount */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    orders_by_month.customer AS customer,
    orders_by_month.sum_amount AS sum_amount
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-02-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-04-01' AS DATE)
), orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    orders_by_month.customer AS customer,
    orders_by_month.sum_amount AS prior_sum_amount
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.customer,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.customer AS customer,
      orders_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      orders_prior_scan.customer AS customer,
      NULL AS sum_amount,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_customer /* share_per_customer */ AS (
  SELECT
    rows_per_key.month AS month,
    AVG(
      CAST(COALESCE(rows_per_key.sum_amount, 0) > 0
      AND COALESCE(rows_per_key.prior_sum_amount, 0) > 0 AS INT)
    ) AS share_per_customer
  FROM rows_per_key
  WHERE
    NOT rows_per_key.customer IS NULL
  GROUP BY
    1
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
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.share_per_customer) AS share_per_customer
  FROM (
    SELECT
      values_per_customer.month AS month,
      values_per_customer.share_per_customer AS share_per_customer
    FROM values_per_customer
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS share_per_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.share_per_customer AS again
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      CAST(COALESCE(rows_per_key.sum_amount, 0) > 0
--   -      AND COALESCE(rows_per_key.prior_sum_amount, 0) > 0 AS INT)
--   +      CAST(CASE
--   +        WHEN COALESCE(rows_per_key.sum_amount, 0) > 0
--   +        AND COALESCE(rows_per_key.prior_sum_amount, 0) > 0
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(rows_per_key.sum_amount, 0) > 0
--   +          AND COALESCE(rows_per_key.prior_sum_amount, 0) > 0
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE PRECISION)
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
--   -      NULL AS share_per_customer
--   +      CAST(NULL AS DECIMAL) AS share_per_customer
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-02-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-04-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_month.starting_month) < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      CAST(COALESCE(rows_per_key.sum_amount, 0) > 0
--   -      AND COALESCE(rows_per_key.prior_sum_amount, 0) > 0 AS INT)
--   +      CAST(CASE
--   +        WHEN COALESCE(rows_per_key.sum_amount, 0) > 0
--   +        AND COALESCE(rows_per_key.prior_sum_amount, 0) > 0
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(rows_per_key.sum_amount, 0) > 0
--   +          AND COALESCE(rows_per_key.prior_sum_amount, 0) > 0
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE)
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
--   -      NULL AS share_per_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_per_customer

-- the share of days that were better than the day before
--   share(change(revenue, 1 day) > 0 per day) as better for 2025-02-19 to 2025-02-21
WITH orders_by_day /* sum_amount of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-18' AS DATE)
    AND orders.ordered_on < CAST('2025-02-22' AS DATE)
  GROUP BY
    1
), days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-18' AS DATE), CAST('2025-02-23' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-02-19' AS DATE)
    AND series.atom < CAST('2025-02-22' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-05-01' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), orders_scan /* sum_amount */ AS (
  SELECT
    days_seen.day AS day,
    SUM(orders_by_day.sum_amount) AS sum_amount
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), days_seen_2 /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON CAST(days_with_rows.seen + INTERVAL '1' DAY AS DATE) >= days.starts
    AND CAST(days_with_rows.seen + INTERVAL '1' DAY AS DATE) < days.ends
), orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    days_seen_2.day AS day,
    SUM(orders_by_day.sum_amount) AS prior_sum_amount
  FROM orders_by_day
  INNER JOIN days_seen_2
    ON orders_by_day.starting_day = days_seen_2.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.day AS day,
      NULL AS sum_amount,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS sum_amount,
      NULL AS prior_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  AVG(
    CAST((
      COALESCE(rows_per_key.sum_amount, 0) - COALESCE(rows_per_key.prior_sum_amount, 0)
    ) > 0 AS INT)
  ) AS better
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-18' AS DATE), CAST('2025-02-23' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-18' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-23' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON CAST(days_with_rows.seen + INTERVAL '1' DAY AS DATE) >= days.starts
--   -    AND CAST(days_with_rows.seen + INTERVAL '1' DAY AS DATE) < days.ends
--   +    ON CAST(days_with_rows.seen + INTERVAL '1 DAY' AS DATE) >= days.starts
--   +    AND CAST(days_with_rows.seen + INTERVAL '1 DAY' AS DATE) < days.ends
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -    CAST((
--   -      COALESCE(rows_per_key.sum_amount, 0) - COALESCE(rows_per_key.prior_sum_amount, 0)
--   -    ) > 0 AS INT)
--   +    CAST(CASE
--   +      WHEN (
--   +        COALESCE(rows_per_key.sum_amount, 0) - COALESCE(rows_per_key.prior_sum_amount, 0)
--   +      ) > 0
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        (
--   +          COALESCE(rows_per_key.sum_amount, 0) - COALESCE(rows_per_key.prior_sum_amount, 0)
--   +        ) > 0
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE PRECISION)
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-18' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-22' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-18', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-22', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-18' AS DATE), CAST('2025-02-23' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-02-18', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 6))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-02-19' AS DATE)
--   -    AND series.atom < CAST('2025-02-22' AS DATE)
--   +    series.atom >= TO_DATE('2025-02-19', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-02-22', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-05-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    ON CAST(days_with_rows.seen + INTERVAL '1' DAY AS DATE) >= days.starts
--   -    AND CAST(days_with_rows.seen + INTERVAL '1' DAY AS DATE) < days.ends
--   +    ON DATEADD(DAY, 1, days_with_rows.seen) >= days.starts
--   +    AND DATEADD(DAY, 1, days_with_rows.seen) < days.ends
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -    CAST((
--   -      COALESCE(rows_per_key.sum_amount, 0) - COALESCE(rows_per_key.prior_sum_amount, 0)
--   -    ) > 0 AS INT)
--   +    CAST(CASE
--   +      WHEN (
--   +        COALESCE(rows_per_key.sum_amount, 0) - COALESCE(rows_per_key.prior_sum_amount, 0)
--   +      ) > 0
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        (
--   +          COALESCE(rows_per_key.sum_amount, 0) - COALESCE(rows_per_key.prior_sum_amount, 0)
--   +        ) > 0
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE)
