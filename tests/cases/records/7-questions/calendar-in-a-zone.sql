-- by a calendar's period
--   sum(orders.n) as n, median(orders.n) as m by term
WITH orders_scan /* sum_n, median_n */ AS (
  SELECT
    calendar.term_start AS term,
    SUM(orders.n) AS sum_n,
    QUANTILE_CONT(CAST(orders.n AS DOUBLE), 0.5) AS median_n
  FROM orders
  LEFT JOIN trade_days AS calendar
    ON calendar.day = CAST(orders.ordered_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
  GROUP BY
    1
), extent /* the first and last term with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_scan.term) AS first_period,
      MAX(orders_scan.term) AS last_period
    FROM orders_scan
  ) AS extents
), terms /* every term, as its calendar lists them */ AS (
  SELECT
    calendar.term_start AS term,
    MIN(calendar.day) AS starts,
    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
  FROM trade_days AS calendar
  WHERE
    calendar.term_start >= (
      SELECT
        first_period
      FROM extent
    )
    AND calendar.term_start <= (
      SELECT
        last_period
      FROM extent
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.term,
    MAX(stacked.sum_n) AS sum_n,
    MAX(stacked.median_n) AS median_n
  FROM (
    SELECT
      orders_scan.term AS term,
      orders_scan.sum_n AS sum_n,
      orders_scan.median_n AS median_n
    FROM orders_scan
    UNION ALL
    SELECT
      terms.term AS term,
      NULL AS sum_n,
      NULL AS median_n
    FROM terms
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.term AS term,
  COALESCE(answer.sum_n, 0) AS n,
  answer.median_n AS m,
  calendar_periods.last_day AS term_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.term_start AS term,
    MAX(calendar.day) AS last_day
  FROM trade_days AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.term = answer.term
ORDER BY
  answer.term NULLS LAST;
-- postgres:
--   -    QUANTILE_CONT(CAST(orders.n AS DOUBLE), 0.5) AS median_n
--   +    PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +      CAST(orders.n AS DOUBLE PRECISION)) AS median_n
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(calendar.day) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      NULL AS sum_n,
--   -      NULL AS median_n
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS median_n
--   -  answer.term NULLS LAST
--   +  answer.term ASC
-- snowflake:
--   -    QUANTILE_CONT(CAST(orders.n AS DOUBLE), 0.5) AS median_n
--   +    PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +      CAST(orders.n AS DOUBLE) NULLS LAST) AS median_n
--   -    ON calendar.day = CAST(orders.ordered_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
--   +    ON calendar.day = CAST(CONVERT_TIMEZONE('UTC', 'America/New_York', orders.ordered_at) AS DATE)
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -      NULL AS sum_n,
--   -      NULL AS median_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS median_n

-- by a calendar's period, on a time that is stored in another zone
--   sum(orders.n) as n by term on came_at
WITH orders_scan /* sum_n */ AS (
  SELECT
    calendar.term_start AS term,
    SUM(orders.n) AS sum_n
  FROM orders
  LEFT JOIN trade_days AS calendar
    ON calendar.day = CAST(orders.came_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
  GROUP BY
    1
), extent /* the first and last term with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_scan.term) AS first_period,
      MAX(orders_scan.term) AS last_period
    FROM orders_scan
  ) AS extents
), terms /* every term, as its calendar lists them */ AS (
  SELECT
    calendar.term_start AS term,
    MIN(calendar.day) AS starts,
    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
  FROM trade_days AS calendar
  WHERE
    calendar.term_start >= (
      SELECT
        first_period
      FROM extent
    )
    AND calendar.term_start <= (
      SELECT
        last_period
      FROM extent
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.term,
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      orders_scan.term AS term,
      orders_scan.sum_n AS sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      terms.term AS term,
      NULL AS sum_n
    FROM terms
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.term AS term,
  COALESCE(answer.sum_n, 0) AS n,
  calendar_periods.last_day AS term_last_day
FROM answer
LEFT JOIN (
  SELECT
    calendar.term_start AS term,
    MAX(calendar.day) AS last_day
  FROM trade_days AS calendar
  GROUP BY
    1
) AS calendar_periods
  ON calendar_periods.term = answer.term
ORDER BY
  answer.term NULLS LAST;
-- postgres:
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(calendar.day) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
--   -  answer.term NULLS LAST
--   +  answer.term ASC
-- snowflake:
--   -    ON calendar.day = CAST(orders.came_at AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
--   +    ON calendar.day = CAST(CONVERT_TIMEZONE('UTC', 'America/New_York', CONVERT_TIMEZONE('Asia/Tokyo', 'UTC', orders.came_at)) AS DATE)
--   -    CAST(MAX(calendar.day) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(calendar.day)) AS ends
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n
