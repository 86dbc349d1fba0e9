-- weeks that begin on Sunday, over the turn of the year
--   total by week for 2024-12-22 to 2025-01-11
WITH orders_scan /* total */ AS (
  SELECT
    CAST(CAST(DATE_TRUNC('week', CAST(orders.ordered_on - INTERVAL '6' DAY AS DATE)) AS DATE) + INTERVAL '6' DAY AS DATE) AS week,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-22' AS DATE)
    AND orders.ordered_on < CAST('2025-01-12' AS DATE)
  GROUP BY
    1
), weeks /* every week, from `starts` to before `ends` */ AS (
  SELECT
    series.week,
    series.week AS starts,
    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE), INTERVAL '1' WEEK)
      ) AS DATE) AS week
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.week AS week,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS total
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.week AS week,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.week NULLS LAST;
-- postgres:
--   -    CAST(CAST(DATE_TRUNC('week', CAST(orders.ordered_on - INTERVAL '6' DAY AS DATE)) AS DATE) + INTERVAL '6' DAY AS DATE) AS week,
--   +    CAST(CAST(DATE_TRUNC('week', CAST(CAST(orders.ordered_on - INTERVAL '6 DAY' AS DATE) AS TIMESTAMP)) AS DATE) + INTERVAL '6 DAY' AS DATE) AS week,
--   -    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
--   +    CAST(series.week + INTERVAL '7 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE), INTERVAL '1' WEEK)
--   -      ) AS DATE) AS week
--   +      CAST(series.start AS DATE) AS week
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-22' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-01-05' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 WEEK'
--   +    ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    CAST(CAST(DATE_TRUNC('week', CAST(orders.ordered_on - INTERVAL '6' DAY AS DATE)) AS DATE) + INTERVAL '6' DAY AS DATE) AS week,
--   +    CAST(DATEADD(
--   +      DAY,
--   +      (
--   +        1 - DAYOFWEEKISO(CAST(orders.ordered_on - INTERVAL '6 DAY' AS DATE))
--   +      ),
--   +      CAST(orders.ordered_on - INTERVAL '6 DAY' AS DATE)
--   +    ) + INTERVAL '6 DAY' AS DATE) AS week,
--   -    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
--   +    CAST(series.week + INTERVAL '7 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE), INTERVAL '1' WEEK)
--   -      ) AS DATE) AS week
--   +      CAST(CAST('2024-12-22' AS DATE) + numbers.n * INTERVAL '1 WEEK' AS DATE) AS week
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(WEEK, CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE))
--   +    ) AS numbers
--   -  answer.week NULLS LAST
--   +  answer.week ASC

-- fiscal years that begin in July
--   total by fiscal_year
WITH orders_scan /* total */ AS (
  SELECT
    CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_year,
    SUM(orders.n) AS total
  FROM orders
  GROUP BY
    1
), extent /* the first and last fiscal_year with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(
        CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE)
      ) AS first_period,
      MAX(
        CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE)
      ) AS last_period
    FROM orders
  ) AS extents
), fiscal_years /* every fiscal year, from `starts` to before `ends` */ AS (
  SELECT
    series.fiscal_year,
    series.fiscal_year AS starts,
    CAST(series.fiscal_year + INTERVAL '12' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          (
            SELECT
              first_period
            FROM extent
          ),
          (
            SELECT
              last_period
            FROM extent
          ),
          INTERVAL '1' YEAR
        )
      ) AS DATE) AS fiscal_year
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.fiscal_year,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.fiscal_year AS fiscal_year,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      fiscal_years.fiscal_year AS fiscal_year,
      NULL AS total
    FROM fiscal_years
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.fiscal_year AS fiscal_year,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.fiscal_year NULLS LAST;
-- postgres:
--   -    CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_year,
--   +    CAST(CAST(DATE_TRUNC('year', CAST(CAST(orders.ordered_on - INTERVAL '6 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) + INTERVAL '6 MONTH' AS DATE) AS fiscal_year,
--   -        CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE)
--   +        CAST(CAST(DATE_TRUNC('year', CAST(CAST(orders.ordered_on - INTERVAL '6 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) + INTERVAL '6 MONTH' AS DATE)
--   -        CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE)
--   +        CAST(CAST(DATE_TRUNC('year', CAST(CAST(orders.ordered_on - INTERVAL '6 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) + INTERVAL '6 MONTH' AS DATE)
--   -    CAST(series.fiscal_year + INTERVAL '12' MONTH AS DATE) AS ends
--   +    CAST(series.fiscal_year + INTERVAL '12 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   -            FROM extent
--   -          ),
--   -          INTERVAL '1' YEAR
--   -        )
--   -      ) AS DATE) AS fiscal_year
--   +      CAST(series.start AS DATE) AS fiscal_year
--   +    FROM GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      INTERVAL '1 YEAR'
--   +    ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.fiscal_year NULLS LAST
--   +  answer.fiscal_year ASC
-- snowflake:
--   -    CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_year,
--   +    CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6 MONTH' AS DATE)) AS DATE) + INTERVAL '6 MONTH' AS DATE) AS fiscal_year,
--   -        CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE)
--   +        CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6 MONTH' AS DATE)) AS DATE) + INTERVAL '6 MONTH' AS DATE)
--   -        CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE)
--   +        CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6 MONTH' AS DATE)) AS DATE) + INTERVAL '6 MONTH' AS DATE)
--   -    CAST(series.fiscal_year + INTERVAL '12' MONTH AS DATE) AS ends
--   +    CAST(series.fiscal_year + INTERVAL '12 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) + numbers.n * INTERVAL '1 YEAR' AS DATE) AS fiscal_year
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(
--   +          YEAR,
--   -          ),
--   -          INTERVAL '1' YEAR
--   +          )
--   -      ) AS DATE) AS fiscal_year
--   +    ) AS numbers
--   -  answer.fiscal_year NULLS LAST
--   +  answer.fiscal_year ASC

-- fiscal quarters
--   total by fiscal_quarter for 2024-01-01 to 2024-12-31
WITH orders_scan /* total */ AS (
  SELECT
    CAST(CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_quarter,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-01-01' AS DATE)
  GROUP BY
    1
), fiscal_quarters /* every fiscal quarter, from `starts` to before `ends` */ AS (
  SELECT
    series.fiscal_quarter,
    series.fiscal_quarter AS starts,
    CAST(series.fiscal_quarter + INTERVAL '3' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-10-01' AS DATE), INTERVAL '3' MONTH)
      ) AS DATE) AS fiscal_quarter
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.fiscal_quarter,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.fiscal_quarter AS fiscal_quarter,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      fiscal_quarters.fiscal_quarter AS fiscal_quarter,
      NULL AS total
    FROM fiscal_quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.fiscal_quarter AS fiscal_quarter,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.fiscal_quarter NULLS LAST;
-- postgres:
--   -    CAST(CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_quarter,
--   +    CAST(CAST(DATE_TRUNC('quarter', CAST(CAST(orders.ordered_on - INTERVAL '6 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) + INTERVAL '6 MONTH' AS DATE) AS fiscal_quarter,
--   -    CAST(series.fiscal_quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.fiscal_quarter + INTERVAL '3 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-10-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS fiscal_quarter
--   +      CAST(series.start AS DATE) AS fiscal_quarter
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2024-10-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '3 MONTH'
--   +    ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.fiscal_quarter NULLS LAST
--   +  answer.fiscal_quarter ASC
-- snowflake:
--   -    CAST(CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_quarter,
--   +    CAST(CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on - INTERVAL '6 MONTH' AS DATE)) AS DATE) + INTERVAL '6 MONTH' AS DATE) AS fiscal_quarter,
--   -    CAST(series.fiscal_quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.fiscal_quarter + INTERVAL '3 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-10-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS fiscal_quarter
--   +      CAST(CAST('2024-01-01' AS DATE) + (
--   +        numbers.n * 3
--   +      ) * INTERVAL '1 MONTH' AS DATE) AS fiscal_quarter
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(QUARTER, CAST('2024-01-01' AS DATE), CAST('2024-10-01' AS DATE))
--   +    ) AS numbers
--   -  answer.fiscal_quarter NULLS LAST
--   +  answer.fiscal_quarter ASC

-- the last fiscal year
--   total for last 1 fiscal_year
SELECT
  COALESCE(SUM(orders.n), 0) AS total
FROM orders
WHERE
  orders.ordered_on >= CAST('2024-07-01' AS DATE)
  AND orders.ordered_on < CAST('2025-07-01' AS DATE);

-- fiscal year to date by month
--   to_date(total, fiscal_year) as fytd, to_date(total, year) as ytd by month for 2024-06 to 2025-01
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-06-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* fiscal_year_to_date_sum_n */ AS (
  SELECT
    months.month AS month,
    SUM(orders.n) AS fiscal_year_to_date_sum_n
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(CAST(DATE_TRUNC(
      'year',
      CAST(CAST(months.ends - INTERVAL '1' DAY AS DATE) - INTERVAL '6' MONTH AS DATE)
    ) AS DATE) + INTERVAL '6' MONTH AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), orders_scan_2 /* year_to_date_sum_n */ AS (
  SELECT
    months.month AS month,
    SUM(orders.n) AS year_to_date_sum_n
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.fiscal_year_to_date_sum_n) AS fiscal_year_to_date_sum_n,
    MAX(stacked.year_to_date_sum_n) AS year_to_date_sum_n
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.fiscal_year_to_date_sum_n AS fiscal_year_to_date_sum_n,
      NULL AS year_to_date_sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.month AS month,
      NULL AS fiscal_year_to_date_sum_n,
      orders_scan_2.year_to_date_sum_n AS year_to_date_sum_n
    FROM orders_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS fiscal_year_to_date_sum_n,
      NULL AS year_to_date_sum_n
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.fiscal_year_to_date_sum_n, 0) AS fytd,
  COALESCE(answer.year_to_date_sum_n, 0) AS ytd
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-06-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-06-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      CAST(CAST(months.ends - INTERVAL '1' DAY AS DATE) - INTERVAL '6' MONTH AS DATE)
--   -    ) AS DATE) + INTERVAL '6' MONTH AS DATE)
--   +      CAST(CAST(CAST(months.ends - INTERVAL '1 DAY' AS DATE) - INTERVAL '6 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) + INTERVAL '6 MONTH' AS DATE)
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(CAST(months.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS year_to_date_sum_n
--   +      CAST(NULL AS DECIMAL) AS year_to_date_sum_n
--   -      NULL AS fiscal_year_to_date_sum_n,
--   +      CAST(NULL AS DECIMAL) AS fiscal_year_to_date_sum_n,
--   -      NULL AS fiscal_year_to_date_sum_n,
--   -      NULL AS year_to_date_sum_n
--   +      CAST(NULL AS DECIMAL) AS fiscal_year_to_date_sum_n,
--   +      CAST(NULL AS DECIMAL) AS year_to_date_sum_n
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-06-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2024-06-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2024-06-01' AS DATE), CAST('2025-01-01' AS DATE))
--   +    ) AS numbers
--   -      CAST(CAST(months.ends - INTERVAL '1' DAY AS DATE) - INTERVAL '6' MONTH AS DATE)
--   -    ) AS DATE) + INTERVAL '6' MONTH AS DATE)
--   +      CAST(CAST(months.ends - INTERVAL '1 DAY' AS DATE) - INTERVAL '6 MONTH' AS DATE)
--   +    ) AS DATE) + INTERVAL '6 MONTH' AS DATE)
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1 DAY' AS DATE)) AS DATE)
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- year to date by week: the year of the week's last day
--   to_date(total, year) as ytd by week for 2024-12-22 to 2025-01-11
WITH weeks /* every week, from `starts` to before `ends` */ AS (
  SELECT
    series.week,
    series.week AS starts,
    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE), INTERVAL '1' WEEK)
      ) AS DATE) AS week
  ) AS series
), orders_scan /* year_to_date_sum_n */ AS (
  SELECT
    weeks.week AS week,
    SUM(orders.n) AS year_to_date_sum_n
  FROM orders
  JOIN weeks
    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(weeks.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND orders.ordered_on < weeks.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.year_to_date_sum_n) AS year_to_date_sum_n
  FROM (
    SELECT
      orders_scan.week AS week,
      orders_scan.year_to_date_sum_n AS year_to_date_sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS year_to_date_sum_n
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.week AS week,
  COALESCE(answer.year_to_date_sum_n, 0) AS ytd
FROM answer
ORDER BY
  answer.week NULLS LAST;
-- postgres:
--   -    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
--   +    CAST(series.week + INTERVAL '7 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE), INTERVAL '1' WEEK)
--   -      ) AS DATE) AS week
--   +      CAST(series.start AS DATE) AS week
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-22' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-01-05' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 WEEK'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(weeks.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(CAST(weeks.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS year_to_date_sum_n
--   +      CAST(NULL AS DECIMAL) AS year_to_date_sum_n
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
--   +    CAST(series.week + INTERVAL '7 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE), INTERVAL '1' WEEK)
--   -      ) AS DATE) AS week
--   +      CAST(CAST('2024-12-22' AS DATE) + numbers.n * INTERVAL '1 WEEK' AS DATE) AS week
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(WEEK, CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(weeks.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(weeks.ends - INTERVAL '1 DAY' AS DATE)) AS DATE)
--   -  answer.week NULLS LAST
--   +  answer.week ASC

-- a leap day has its own day
--   total by day for 2024-02-28 to 2024-03-01
WITH orders_scan /* total */ AS (
  SELECT
    orders.ordered_on AS day,
    SUM(orders.n) AS total
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-02-28' AS DATE)
    AND orders.ordered_on < CAST('2024-03-02' AS DATE)
  GROUP BY
    1
), days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-02-28' AS DATE), CAST('2024-03-01' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS total
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-02-28' AS DATE), CAST('2024-03-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-02-28' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2024-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-02-28' AS DATE), CAST('2024-03-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(CAST('2024-02-28' AS DATE) + numbers.n * INTERVAL '1 DAY' AS DATE) AS day
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(DAY, CAST('2024-02-28' AS DATE), CAST('2024-03-01' AS DATE))
--   +    ) AS numbers
--   -  answer.day NULLS LAST
--   +  answer.day ASC

-- a year after a leap day
--   prior(total, 1 year) as before by day for 2025-02-27 to 2025-03-01
WITH orders_prior_scan /* prior_sum_n */ AS (
  SELECT
    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) AS day,
    SUM(orders.n) AS prior_sum_n
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-02-27' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-02' AS DATE)
  GROUP BY
    1
), days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-27' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.prior_sum_n) AS prior_sum_n
  FROM (
    SELECT
      orders_prior_scan.day AS day,
      orders_prior_scan.prior_sum_n AS prior_sum_n
    FROM orders_prior_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS prior_sum_n
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.prior_sum_n, 0) AS before
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) AS day,
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) AS day,
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-02-27' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-02' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-02-27' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-02' AS DATE)
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-27' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-27' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL) AS prior_sum_n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) AS day,
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) AS day,
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-02-27' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-02' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-02-27' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) < CAST('2025-03-02' AS DATE)
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-27' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(CAST('2025-02-27' AS DATE) + numbers.n * INTERVAL '1 DAY' AS DATE) AS day
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(DAY, CAST('2025-02-27' AS DATE), CAST('2025-03-01' AS DATE))
--   +    ) AS numbers
--   -  answer.day NULLS LAST
--   +  answer.day ASC

-- the trailing year that ends with a leap day
--   trailing(total, 1 year) as t by day for 2024-02-29
WITH days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-02-29' AS DATE), CAST('2024-02-29' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), orders_scan /* trailing_sum_n */ AS (
  SELECT
    days.day AS day,
    SUM(orders.n) AS trailing_sum_n
  FROM orders
  JOIN days
    ON orders.ordered_on >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
    AND orders.ordered_on < days.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_n) AS trailing_sum_n
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.trailing_sum_n AS trailing_sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS trailing_sum_n
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.trailing_sum_n, 0) AS t
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-02-29' AS DATE), CAST('2024-02-29' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-02-29' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2024-02-29' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(days.ends - INTERVAL '12 MONTH' AS DATE)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-02-29' AS DATE), CAST('2024-02-29' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(CAST('2024-02-29' AS DATE) + numbers.n * INTERVAL '1 DAY' AS DATE) AS day
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(DAY, CAST('2024-02-29' AS DATE), CAST('2024-02-29' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(days.ends - INTERVAL '12 MONTH' AS DATE)
--   -  answer.day NULLS LAST
--   +  answer.day ASC

-- and the one that ends a year later
--   trailing(total, 1 year) as t by day for 2025-02-28
WITH days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-28' AS DATE), CAST('2025-02-28' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), orders_scan /* trailing_sum_n */ AS (
  SELECT
    days.day AS day,
    SUM(orders.n) AS trailing_sum_n
  FROM orders
  JOIN days
    ON orders.ordered_on >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
    AND orders.ordered_on < days.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_n) AS trailing_sum_n
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.trailing_sum_n AS trailing_sum_n
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS trailing_sum_n
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.trailing_sum_n, 0) AS t
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-28' AS DATE), CAST('2025-02-28' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-28' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-28' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(days.ends - INTERVAL '12 MONTH' AS DATE)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-28' AS DATE), CAST('2025-02-28' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(CAST('2025-02-28' AS DATE) + numbers.n * INTERVAL '1 DAY' AS DATE) AS day
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(DAY, CAST('2025-02-28' AS DATE), CAST('2025-02-28' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(days.ends - INTERVAL '12 MONTH' AS DATE)
--   -  answer.day NULLS LAST
--   +  answer.day ASC

-- quarters and years
--   total by year
WITH orders_scan /* total */ AS (
  SELECT
    CAST(DATE_TRUNC('year', orders.ordered_on) AS DATE) AS year,
    SUM(orders.n) AS total
  FROM orders
  GROUP BY
    1
), extent /* the first and last year with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(CAST(DATE_TRUNC('year', orders.ordered_on) AS DATE)) AS first_period,
      MAX(CAST(DATE_TRUNC('year', orders.ordered_on) AS DATE)) AS last_period
    FROM orders
  ) AS extents
), years /* every year, from `starts` to before `ends` */ AS (
  SELECT
    series.year,
    series.year AS starts,
    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          (
            SELECT
              first_period
            FROM extent
          ),
          (
            SELECT
              last_period
            FROM extent
          ),
          INTERVAL '1' YEAR
        )
      ) AS DATE) AS year
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.year,
    MAX(stacked.total) AS total
  FROM (
    SELECT
      orders_scan.year AS year,
      orders_scan.total AS total
    FROM orders_scan
    UNION ALL
    SELECT
      years.year AS year,
      NULL AS total
    FROM years
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.year AS year,
  COALESCE(answer.total, 0) AS total
FROM answer
ORDER BY
  answer.year NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('year', orders.ordered_on) AS DATE) AS year,
--   +    CAST(DATE_TRUNC('year', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS year,
--   -      MIN(CAST(DATE_TRUNC('year', orders.ordered_on) AS DATE)) AS first_period,
--   -      MAX(CAST(DATE_TRUNC('year', orders.ordered_on) AS DATE)) AS last_period
--   +      MIN(CAST(DATE_TRUNC('year', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE)) AS first_period,
--   +      MAX(CAST(DATE_TRUNC('year', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE)) AS last_period
--   -    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
--   +    CAST(series.year + INTERVAL '12 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   -            FROM extent
--   -          ),
--   -          INTERVAL '1' YEAR
--   -        )
--   -      ) AS DATE) AS year
--   +      CAST(series.start AS DATE) AS year
--   +    FROM GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      INTERVAL '1 YEAR'
--   +    ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.year NULLS LAST
--   +  answer.year ASC
-- snowflake:
--   -    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
--   +    CAST(series.year + INTERVAL '12 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) + numbers.n * INTERVAL '1 YEAR' AS DATE) AS year
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(
--   +          YEAR,
--   -          ),
--   -          INTERVAL '1' YEAR
--   +          )
--   -      ) AS DATE) AS year
--   +    ) AS numbers
--   -  answer.year NULLS LAST
--   +  answer.year ASC

-- a year before by fiscal quarter
--   prior(total, 1 fiscal_year) as before by fiscal_quarter for 2025-01-01 to 2025-12-31
WITH orders_prior_scan /* prior_sum_n */ AS (
  SELECT
    CAST(CAST(DATE_TRUNC(
      'quarter',
      CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) - INTERVAL '6' MONTH AS DATE)
    ) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_quarter,
    SUM(orders.n) AS prior_sum_n
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
  GROUP BY
    1
), fiscal_quarters /* every fiscal quarter, from `starts` to before `ends` */ AS (
  SELECT
    series.fiscal_quarter,
    series.fiscal_quarter AS starts,
    CAST(series.fiscal_quarter + INTERVAL '3' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE), INTERVAL '3' MONTH)
      ) AS DATE) AS fiscal_quarter
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.fiscal_quarter,
    MAX(stacked.prior_sum_n) AS prior_sum_n
  FROM (
    SELECT
      orders_prior_scan.fiscal_quarter AS fiscal_quarter,
      orders_prior_scan.prior_sum_n AS prior_sum_n
    FROM orders_prior_scan
    UNION ALL
    SELECT
      fiscal_quarters.fiscal_quarter AS fiscal_quarter,
      NULL AS prior_sum_n
    FROM fiscal_quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.fiscal_quarter AS fiscal_quarter,
  COALESCE(answer.prior_sum_n, 0) AS before
FROM answer
ORDER BY
  answer.fiscal_quarter NULLS LAST;
-- postgres:
--   -      CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) - INTERVAL '6' MONTH AS DATE)
--   -    ) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_quarter,
--   +      CAST(CAST(CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) - INTERVAL '6 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) + INTERVAL '6 MONTH' AS DATE) AS fiscal_quarter,
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) < CAST('2026-01-01' AS DATE)
--   -    CAST(series.fiscal_quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.fiscal_quarter + INTERVAL '3 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS fiscal_quarter
--   +      CAST(series.start AS DATE) AS fiscal_quarter
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-10-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '3 MONTH'
--   +    ) AS series(start)
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL) AS prior_sum_n
--   -  answer.fiscal_quarter NULLS LAST
--   +  answer.fiscal_quarter ASC
-- snowflake:
--   -      CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) - INTERVAL '6' MONTH AS DATE)
--   -    ) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_quarter,
--   +      CAST(CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) - INTERVAL '6 MONTH' AS DATE)
--   +    ) AS DATE) + INTERVAL '6 MONTH' AS DATE) AS fiscal_quarter,
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) < CAST('2026-01-01' AS DATE)
--   -    CAST(series.fiscal_quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.fiscal_quarter + INTERVAL '3 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS fiscal_quarter
--   +      CAST(CAST('2025-01-01' AS DATE) + (
--   +        numbers.n * 3
--   +      ) * INTERVAL '1 MONTH' AS DATE) AS fiscal_quarter
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(QUARTER, CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE))
--   +    ) AS numbers
--   -  answer.fiscal_quarter NULLS LAST
--   +  answer.fiscal_quarter ASC
