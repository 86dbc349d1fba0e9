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
), weeks /* every week */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE), INTERVAL '1' WEEK)
    ) AS DATE) AS week
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
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    CAST(series.start AS DATE) AS week
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2024-12-22' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-01-05' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 WEEK'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    CAST(CAST(DATE_TRUNC('week', CAST(orders.ordered_on - INTERVAL '6' DAY AS DATE)) AS DATE) + INTERVAL '6' DAY AS DATE) AS week,
--   +    DATEADD(
--   +      DAY,
--   +      6,
--   +      CAST(DATEADD(
--   +        DAY,
--   +        1 - DAYOFWEEKISO(DATEADD(DAY, -6, orders.ordered_on)),
--   +        DATEADD(DAY, -6, orders.ordered_on)
--   +      ) AS DATE)
--   +    ) AS week,
--   -    orders.ordered_on >= CAST('2024-12-22' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-01-12' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-22', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-01-12', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    DATEADD(DAY, numbers.n * 7, TO_DATE('2024-12-22', 'YYYY-MM-DD')) AS week
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

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
      MIN(orders_scan.fiscal_year) AS first_period,
      MAX(orders_scan.fiscal_year) AS last_period
    FROM orders_scan
  ) AS extents
), fiscal_years /* every fiscal year */ AS (
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
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   -        (
--   -          SELECT
--   -            first_period
--   -          FROM extent
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '1' YEAR
--   -      )
--   -    ) AS DATE) AS fiscal_year
--   +    CAST(series.start AS DATE) AS fiscal_year
--   +  FROM GENERATE_SERIES(
--   +    CAST((
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    CAST((
--   +      SELECT
--   +        last_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    INTERVAL '1 YEAR'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.fiscal_year NULLS LAST
--   +  answer.fiscal_year ASC
-- snowflake:
--   -WITH orders_scan /* total */ AS (
--   -  SELECT
--   -    CAST(CAST(DATE_TRUNC('year', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_year,
--   +WITH ten_digits AS (
--   +  SELECT
--   +    0 AS d
--   +  UNION ALL
--   +  SELECT
--   +    1
--   +  UNION ALL
--   +  SELECT
--   +    2
--   +  UNION ALL
--   +  SELECT
--   +    3
--   +  UNION ALL
--   +  SELECT
--   +    4
--   +  UNION ALL
--   +  SELECT
--   +    5
--   +  UNION ALL
--   +  SELECT
--   +    6
--   +  UNION ALL
--   +  SELECT
--   +    7
--   +  UNION ALL
--   +  SELECT
--   +    8
--   +  UNION ALL
--   +  SELECT
--   +    9
--   +), orders_scan /* total */ AS (
--   +  SELECT
--   +    DATEADD(MONTH, 6, CAST(DATE_TRUNC('year', DATEADD(MONTH, -6, orders.ordered_on)) AS DATE)) AS fiscal_year,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   +    DATEADD(MONTH, numbers.n * 12, (
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    )) AS fiscal_year
--   +  FROM (
--   +    SELECT
--   +      d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +    FROM ten_digits AS d0
--   +    CROSS JOIN ten_digits AS d1
--   +    CROSS JOIN ten_digits AS d2
--   +    CROSS JOIN ten_digits AS d3
--   +    CROSS JOIN ten_digits AS d4
--   +    CROSS JOIN ten_digits AS d5
--   +    CROSS JOIN ten_digits AS d6
--   +    WHERE
--   +      (
--   +          (
--   +            (
--   +              (
--   +                d1.d * 10 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                AND d2.d * 100 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                ) AS DOUBLE) / 12.0 AS BIGINT)
--   +              )
--   +              AND d3.d * 1000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT)
--   +              ) AS DOUBLE) / 12.0 AS BIGINT)
--   +            )
--   +            AND d4.d * 10000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT)
--   +            ) AS DOUBLE) / 12.0 AS BIGINT)
--   +          )
--   +          AND d5.d * 100000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT)
--   +          ) AS DOUBLE) / 12.0 AS BIGINT)
--   +        )
--   +        AND d6.d * 1000000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT)
--   +        ) AS DOUBLE) / 12.0 AS BIGINT)
--   +      )
--   +      AND (
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +      ) <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) - (
--   +        CAST(DATE_PART(YEAR, (
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '1' YEAR
--   -      )
--   -    ) AS DATE) AS fiscal_year
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            first_period
--   +          FROM extent
--   +        )) AS BIGINT)
--   +      ) AS DOUBLE) / 12.0 AS BIGINT)
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

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
), fiscal_quarters /* every fiscal quarter */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-10-01' AS DATE), INTERVAL '3' MONTH)
    ) AS DATE) AS fiscal_quarter
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
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-10-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS fiscal_quarter
--   +    CAST(series.start AS DATE) AS fiscal_quarter
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2024-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2024-10-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '3 MONTH'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.fiscal_quarter NULLS LAST
--   +  answer.fiscal_quarter ASC
-- snowflake:
--   -    CAST(CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on - INTERVAL '6' MONTH AS DATE)) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_quarter,
--   +    DATEADD(MONTH, 6, CAST(DATE_TRUNC('quarter', DATEADD(MONTH, -6, orders.ordered_on)) AS DATE)) AS fiscal_quarter,
--   -    orders.ordered_on >= CAST('2024-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-01-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-01-01' AS DATE), CAST('2024-10-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS fiscal_quarter
--   +    DATEADD(MONTH, numbers.n * 3, TO_DATE('2024-01-01', 'YYYY-MM-DD')) AS fiscal_quarter
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

-- the last fiscal year
--   total for last 1 fiscal_year
SELECT
  COALESCE(SUM(orders.n), 0) AS total
FROM orders
WHERE
  orders.ordered_on >= CAST('2024-07-01' AS DATE)
  AND orders.ordered_on < CAST('2025-07-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2024-07-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2024-07-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')

-- fiscal year to date by month
--   to_date(total, fiscal_year) as fytd, to_date(total, year) as ytd by month for 2024-06 to 2025-01
WITH orders_by_month /* fiscal_year_to_date_sum_n of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.n) AS fiscal_year_to_date_sum_n
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2023-06-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
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
        GENERATE_SERIES(CAST('2024-06-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '1' MONTH)
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
    ON months_with_rows.seen >= CAST(CAST(DATE_TRUNC(
      'year',
      CAST(CAST(months.ends - INTERVAL '1' DAY AS DATE) - INTERVAL '6' MONTH AS DATE)
    ) AS DATE) + INTERVAL '6' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* fiscal_year_to_date_sum_n */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.fiscal_year_to_date_sum_n) AS fiscal_year_to_date_sum_n
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), months_seen_2 /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan_2 /* year_to_date_sum_n */ AS (
  SELECT
    months_seen_2.month AS month,
    SUM(orders_by_month.fiscal_year_to_date_sum_n) AS year_to_date_sum_n
  FROM orders_by_month
  INNER JOIN months_seen_2
    ON orders_by_month.starting_month = months_seen_2.seen
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
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
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
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(CAST(months.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
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
--   -    orders.ordered_on >= CAST('2023-06-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2023-06-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-06-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2024-06-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 8))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(CAST(DATE_TRUNC(
--   -      'year',
--   -      CAST(CAST(months.ends - INTERVAL '1' DAY AS DATE) - INTERVAL '6' MONTH AS DATE)
--   -    ) AS DATE) + INTERVAL '6' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(
--   +      MONTH,
--   +      6,
--   +      CAST(DATE_TRUNC('year', DATEADD(MONTH, -6, DATEADD(DAY, -1, months.ends))) AS DATE)
--   +    )
--   -    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON months_with_rows.seen >= CAST(DATE_TRUNC('year', DATEADD(DAY, -1, months.ends)) AS DATE)
--   -      NULL AS year_to_date_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS year_to_date_sum_n
--   -      NULL AS fiscal_year_to_date_sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS fiscal_year_to_date_sum_n,
--   -      NULL AS fiscal_year_to_date_sum_n,
--   -      NULL AS year_to_date_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS fiscal_year_to_date_sum_n,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS year_to_date_sum_n

-- year to date by week: the year of the week's last day
--   to_date(total, year) as ytd by week for 2024-12-22 to 2025-01-11
WITH orders_by_day /* year_to_date_sum_n of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.n) AS year_to_date_sum_n
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2023-12-22' AS DATE)
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
), days_with_rows AS (
  SELECT DISTINCT
    orders_by_day.starting_day AS seen
  FROM orders_by_day
), days_seen /* which days each week sees */ AS (
  SELECT
    days_with_rows.seen,
    weeks.week
  FROM weeks
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(weeks.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND days_with_rows.seen < weeks.ends
), orders_scan /* year_to_date_sum_n */ AS (
  SELECT
    days_seen.week AS week,
    SUM(orders_by_day.year_to_date_sum_n) AS year_to_date_sum_n
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
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
--   -    ON days_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(weeks.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON days_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(CAST(weeks.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS year_to_date_sum_n
--   +      CAST(NULL AS DECIMAL) AS year_to_date_sum_n
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2023-12-22' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-01-12' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2023-12-22', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-01-12', 'YYYY-MM-DD')
--   -    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 7, series.week) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-22' AS DATE), CAST('2025-01-05' AS DATE), INTERVAL '1' WEEK)
--   -      ) AS DATE) AS week
--   +      DATEADD(DAY, numbers.n * 7, TO_DATE('2024-12-22', 'YYYY-MM-DD')) AS week
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    ON days_with_rows.seen >= CAST(DATE_TRUNC('year', CAST(weeks.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON days_with_rows.seen >= CAST(DATE_TRUNC('year', DATEADD(DAY, -1, weeks.ends)) AS DATE)
--   -      NULL AS year_to_date_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS year_to_date_sum_n

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
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2024-02-28' AS DATE), CAST('2024-03-01' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
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
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-02-28' AS DATE), CAST('2024-03-01' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2024-02-28' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2024-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-02-28' AS DATE)
--   -    AND orders.ordered_on < CAST('2024-03-02' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-02-28', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2024-03-02', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2024-02-28' AS DATE), CAST('2024-03-01' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2024-02-28', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

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
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-27' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
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
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-27' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-27' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL) AS prior_sum_n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) AS day,
--   +    DATEADD(MONTH, 12, orders.ordered_on) AS day,
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-02-27' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2025-03-02' AS DATE)
--   +    DATEADD(MONTH, 12, orders.ordered_on) >= TO_DATE('2025-02-27', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders.ordered_on) < TO_DATE('2025-03-02', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-27' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-02-27', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_n

-- the trailing year that ends with a leap day
--   trailing(total, 1 year) as t by day for 2024-02-29
WITH orders_by_day /* trailing_sum_n of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.n) AS trailing_sum_n
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2023-02-28' AS DATE)
    AND orders.ordered_on < CAST('2024-03-01' AS DATE)
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
        GENERATE_SERIES(CAST('2024-02-29' AS DATE), CAST('2024-02-29' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
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
    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
    AND days_with_rows.seen < days.ends
), orders_scan /* trailing_sum_n */ AS (
  SELECT
    days_seen.day AS day,
    SUM(orders_by_day.trailing_sum_n) AS trailing_sum_n
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
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
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
--   +    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '12 MONTH' AS DATE)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2023-02-28' AS DATE)
--   -    AND orders.ordered_on < CAST('2024-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2023-02-28', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2024-03-01', 'YYYY-MM-DD')
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-02-29' AS DATE), CAST('2024-02-29' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-02-29', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
--   +    ON days_with_rows.seen >= DATEADD(MONTH, -12, days.ends)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_n

-- and the one that ends a year later
--   trailing(total, 1 year) as t by day for 2025-02-28
WITH orders_by_day /* trailing_sum_n of each day */ AS (
  SELECT
    orders.ordered_on AS starting_day,
    SUM(orders.n) AS trailing_sum_n
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-02-28' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-02-28' AS DATE), CAST('2025-02-28' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
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
    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
    AND days_with_rows.seen < days.ends
), orders_scan /* trailing_sum_n */ AS (
  SELECT
    days_seen.day AS day,
    SUM(orders_by_day.trailing_sum_n) AS trailing_sum_n
  FROM orders_by_day
  INNER JOIN days_seen
    ON orders_by_day.starting_day = days_seen.seen
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
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
--   +    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '12 MONTH' AS DATE)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-02-28' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-02-28', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, series.day) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-28' AS DATE), CAST('2025-02-28' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-02-28', 'YYYY-MM-DD')) AS day
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -    ON days_with_rows.seen >= CAST(days.ends - INTERVAL '12' MONTH AS DATE)
--   +    ON days_with_rows.seen >= DATEADD(MONTH, -12, days.ends)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_n

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
      MIN(orders_scan.year) AS first_period,
      MAX(orders_scan.year) AS last_period
    FROM orders_scan
  ) AS extents
), years /* every year */ AS (
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
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   -        (
--   -          SELECT
--   -            first_period
--   -          FROM extent
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '1' YEAR
--   -      )
--   -    ) AS DATE) AS year
--   +    CAST(series.start AS DATE) AS year
--   +  FROM GENERATE_SERIES(
--   +    CAST((
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    CAST((
--   +      SELECT
--   +        last_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    INTERVAL '1 YEAR'
--   +  ) AS series(start)
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL) AS total
--   -  answer.year NULLS LAST
--   +  answer.year ASC
-- snowflake:
--   -WITH orders_scan /* total */ AS (
--   +WITH ten_digits AS (
--   +  SELECT
--   +    0 AS d
--   +  UNION ALL
--   +  SELECT
--   +    1
--   +  UNION ALL
--   +  SELECT
--   +    2
--   +  UNION ALL
--   +  SELECT
--   +    3
--   +  UNION ALL
--   +  SELECT
--   +    4
--   +  UNION ALL
--   +  SELECT
--   +    5
--   +  UNION ALL
--   +  SELECT
--   +    6
--   +  UNION ALL
--   +  SELECT
--   +    7
--   +  UNION ALL
--   +  SELECT
--   +    8
--   +  UNION ALL
--   +  SELECT
--   +    9
--   +), orders_scan /* total */ AS (
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   +    DATEADD(MONTH, numbers.n * 12, (
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    )) AS year
--   +  FROM (
--   +    SELECT
--   +      d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +    FROM ten_digits AS d0
--   +    CROSS JOIN ten_digits AS d1
--   +    CROSS JOIN ten_digits AS d2
--   +    CROSS JOIN ten_digits AS d3
--   +    CROSS JOIN ten_digits AS d4
--   +    CROSS JOIN ten_digits AS d5
--   +    CROSS JOIN ten_digits AS d6
--   +    WHERE
--   +      (
--   +          (
--   +            (
--   +              (
--   +                d1.d * 10 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                AND d2.d * 100 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                ) AS DOUBLE) / 12.0 AS BIGINT)
--   +              )
--   +              AND d3.d * 1000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT)
--   +              ) AS DOUBLE) / 12.0 AS BIGINT)
--   +            )
--   +            AND d4.d * 10000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT)
--   +            ) AS DOUBLE) / 12.0 AS BIGINT)
--   +          )
--   +          AND d5.d * 100000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT)
--   +          ) AS DOUBLE) / 12.0 AS BIGINT)
--   +        )
--   +        AND d6.d * 1000000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT)
--   +        ) AS DOUBLE) / 12.0 AS BIGINT)
--   +      )
--   +      AND (
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +      ) <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) - (
--   +        CAST(DATE_PART(YEAR, (
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '1' YEAR
--   -      )
--   -    ) AS DATE) AS year
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            first_period
--   +          FROM extent
--   +        )) AS BIGINT)
--   +      ) AS DOUBLE) / 12.0 AS BIGINT)
--   +  ) AS numbers
--   -      NULL AS total
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total

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
), fiscal_quarters /* every fiscal quarter */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE), INTERVAL '3' MONTH)
    ) AS DATE) AS fiscal_quarter
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
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS fiscal_quarter
--   +    CAST(series.start AS DATE) AS fiscal_quarter
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-10-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '3 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL) AS prior_sum_n
--   -  answer.fiscal_quarter NULLS LAST
--   +  answer.fiscal_quarter ASC
-- snowflake:
--   -    CAST(CAST(DATE_TRUNC(
--   -      'quarter',
--   -      CAST(CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) - INTERVAL '6' MONTH AS DATE)
--   -    ) AS DATE) + INTERVAL '6' MONTH AS DATE) AS fiscal_quarter,
--   +    DATEADD(
--   +      MONTH,
--   +      6,
--   +      CAST(DATE_TRUNC('quarter', DATEADD(MONTH, -6, DATEADD(MONTH, 12, orders.ordered_on))) AS DATE)
--   +    ) AS fiscal_quarter,
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-01' AS DATE)
--   +    DATEADD(MONTH, 12, orders.ordered_on) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders.ordered_on) < TO_DATE('2026-01-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS fiscal_quarter
--   +    DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS fiscal_quarter
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 4))
--   +  ) AS numbers
--   -      NULL AS prior_sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_n
