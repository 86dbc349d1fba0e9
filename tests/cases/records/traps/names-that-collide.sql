-- a table that is named like the spine
--   sum_value, month_count by month
WITH months_scan /* sum_value, month_count */ AS (
  SELECT
    CAST(DATE_TRUNC('month', months.month) AS DATE) AS month,
    SUM(months.value) AS sum_value,
    COUNT(*) AS month_count
  FROM months
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(months_scan.month) AS first_period,
      MAX(months_scan.month) AS last_period
    FROM months_scan
  ) AS extents
), months_2 /* every month */ AS (
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
        INTERVAL '1' MONTH
      )
    ) AS DATE) AS month
), answer_2 /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_value) AS sum_value,
    MAX(stacked.month_count) AS month_count
  FROM (
    SELECT
      months_scan.month AS month,
      months_scan.sum_value AS sum_value,
      months_scan.month_count AS month_count
    FROM months_scan
    UNION ALL
    SELECT
      months_2.month AS month,
      NULL AS sum_value,
      NULL AS month_count
    FROM months_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer_2.month AS month,
  COALESCE(answer_2.sum_value, 0) AS sum_value,
  COALESCE(answer_2.month_count, 0) AS month_count
FROM answer_2
ORDER BY
  answer_2.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', months.month) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(months.month AS TIMESTAMP)) AS DATE) AS month,
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
--   -        INTERVAL '1' MONTH
--   -      )
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
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
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS sum_value,
--   -      NULL AS month_count
--   +      CAST(NULL AS DECIMAL) AS sum_value,
--   +      CAST(NULL AS DECIMAL) AS month_count
--   -  answer_2.month NULLS LAST
--   +  answer_2.month ASC
-- snowflake:
--   -WITH months_scan /* sum_value, month_count */ AS (
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
--   +), months_scan /* sum_value, month_count */ AS (
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   +    DATEADD(MONTH, numbers.n, (
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    )) AS month
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
--   +                d1.d * 10 <= CAST(DATE_PART(YEAR, (
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
--   +                )
--   +                AND d2.d * 100 <= CAST(DATE_PART(YEAR, (
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
--   +                )
--   +              )
--   +              AND d3.d * 1000 <= CAST(DATE_PART(YEAR, (
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
--   +              )
--   +            )
--   +            AND d4.d * 10000 <= CAST(DATE_PART(YEAR, (
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
--   +            )
--   +          )
--   +          AND d5.d * 100000 <= CAST(DATE_PART(YEAR, (
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
--   +          )
--   +        )
--   +        AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, (
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
--   +        )
--   +      )
--   +      AND (
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +      ) <= CAST(DATE_PART(YEAR, (
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
--   -        INTERVAL '1' MONTH
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            first_period
--   +          FROM extent
--   +        )) AS BIGINT)
--   -    ) AS DATE) AS month
--   +  ) AS numbers
--   -      NULL AS sum_value,
--   -      NULL AS month_count
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_value,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS month_count

-- with windows, and by a table that is named like a keyword
--   trailing(sum_value, 2 months) as t, prior(sum_value, 1 month) as before by month, groups.stacked for 2025-01 to 2025-03
WITH months_by_month /* trailing_sum_value of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', months.month) AS DATE) AS starting_month,
    "group".stacked AS stacked,
    SUM(months.value) AS trailing_sum_value
  FROM months
  LEFT JOIN "order" AS "group"
    ON months.group_id = "group".key
  WHERE
    months.month >= CAST('2024-10-31' AS DATE)
    AND months.month < CAST('2025-04-01' AS DATE)
  GROUP BY
    1,
    2
), months_2 /* every month, from `starts` to before `ends` */ AS (
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
), months_with_rows AS (
  SELECT DISTINCT
    months_by_month.starting_month AS seen
  FROM months_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months_2.month
  FROM months_2
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months_2.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows.seen < months_2.ends
), months_scan /* trailing_sum_value */ AS (
  SELECT
    months_seen.month AS month,
    months_by_month.stacked AS stacked,
    SUM(months_by_month.trailing_sum_value) AS trailing_sum_value
  FROM months_by_month
  INNER JOIN months_seen
    ON months_by_month.starting_month = months_seen.seen
  GROUP BY
    1,
    2
), months_prior_scan /* prior_sum_value */ AS (
  SELECT
    CAST(months_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    months_by_month.stacked AS stacked,
    SUM(months_by_month.trailing_sum_value) AS prior_sum_value
  FROM months_by_month
  WHERE
    CAST(months_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(months_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
  GROUP BY
    1,
    2
), groups_2 /* the groups that have rows */ AS (
  SELECT
    stacked
  FROM months_scan
  UNION
  SELECT
    stacked
  FROM months_prior_scan
), answer_2 /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.stacked,
    MAX(stacked.trailing_sum_value) AS trailing_sum_value,
    MAX(stacked.prior_sum_value) AS prior_sum_value
  FROM (
    SELECT
      months_scan.month AS month,
      months_scan.stacked AS stacked,
      months_scan.trailing_sum_value AS trailing_sum_value,
      NULL AS prior_sum_value
    FROM months_scan
    UNION ALL
    SELECT
      months_prior_scan.month AS month,
      months_prior_scan.stacked AS stacked,
      NULL AS trailing_sum_value,
      months_prior_scan.prior_sum_value AS prior_sum_value
    FROM months_prior_scan
    UNION ALL
    SELECT
      months_2.month AS month,
      groups_2.stacked AS stacked,
      NULL AS trailing_sum_value,
      NULL AS prior_sum_value
    FROM groups_2
    CROSS JOIN months_2
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer_2.month AS month,
  answer_2.stacked AS stacked,
  COALESCE(answer_2.trailing_sum_value, 0) AS t,
  COALESCE(answer_2.prior_sum_value, 0) AS before
FROM answer_2
ORDER BY
  answer_2.month NULLS LAST,
  answer_2.stacked NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', months.month) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(months.month AS TIMESTAMP)) AS DATE) AS starting_month,
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
--   -    ON months_with_rows.seen >= CAST(months_2.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months_2.ends - INTERVAL '2 MONTH' AS DATE)
--   -    CAST(months_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(months_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(months_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(months_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    CAST(months_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(months_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   -      NULL AS prior_sum_value
--   +      CAST(NULL AS DECIMAL) AS prior_sum_value
--   -      NULL AS trailing_sum_value,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_value,
--   -      NULL AS trailing_sum_value,
--   -      NULL AS prior_sum_value
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_value,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_value
--   -  answer_2.month NULLS LAST,
--   -  answer_2.stacked NULLS LAST
--   +  answer_2.month ASC,
--   +  answer_2.stacked COLLATE "C" ASC
-- snowflake:
--   -    "group".stacked AS stacked,
--   +    "GROUP".stacked AS stacked,
--   -  LEFT JOIN "order" AS "group"
--   -    ON months.group_id = "group".key
--   +  LEFT JOIN "ORDER" AS "GROUP"
--   +    ON months.group_id = "GROUP".key
--   -    months.month >= CAST('2024-10-31' AS DATE)
--   -    AND months.month < CAST('2025-04-01' AS DATE)
--   +    months.month >= TO_DATE('2024-10-31', 'YYYY-MM-DD')
--   +    AND months.month < TO_DATE('2025-04-01', 'YYYY-MM-DD')
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
--   -    ON months_with_rows.seen >= CAST(months_2.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -2, months_2.ends)
--   -    CAST(months_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, months_by_month.starting_month) AS month,
--   -    CAST(months_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(months_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    DATEADD(MONTH, 1, months_by_month.starting_month) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, months_by_month.starting_month) < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -      NULL AS prior_sum_value
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_value
--   -      NULL AS trailing_sum_value,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_value,
--   -      NULL AS trailing_sum_value,
--   -      NULL AS prior_sum_value
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_value,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_value

-- fields that are named like keywords, and with capitals
--   sum_value by months.Select, months.user where months.Select in ('a', 'b') and months.user = 'x'
SELECT
  months."Select" AS "Select",
  months."user" AS "user",
  COALESCE(SUM(months.value), 0) AS sum_value
FROM months
WHERE
  months."Select" IN ('a', 'b') AND months."user" = 'x'
GROUP BY
  1,
  2
ORDER BY
  months."Select" NULLS LAST,
  months."user" NULLS LAST;
-- postgres:
--   -  months."Select" NULLS LAST,
--   -  months."user" NULLS LAST
--   +  months."Select" COLLATE "C" ASC,
--   +  months."user" COLLATE "C" ASC
-- snowflake:
--   -  months."user" AS "user",
--   +  months."USER" AS "USER",
--   -  months."Select" IN ('a', 'b') AND months."user" = 'x'
--   +  months."Select" IN ('a', 'b') AND months."USER" = 'x'
--   -  months."user" NULLS LAST
--   +  months."USER" NULLS LAST

-- a group that is named like the period
--   n by quarter, orders_scan.region for 2025-Q1
WITH orders_scan_scan /* n */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', CAST(orders_scan.quarter AS DATE)) AS DATE) AS quarter,
    orders_scan.region AS region,
    SUM(orders_scan.n) AS n
  FROM answer AS orders_scan
  WHERE
    orders_scan.quarter >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
    AND orders_scan.quarter < CAST('2025-04-01 00:00:00' AS TIMESTAMP)
  GROUP BY
    1,
    2
), groups_2 /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan_scan
), quarters /* every quarter */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '3' MONTH)
    ) AS DATE) AS quarter
), answer_2 /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    stacked.region,
    MAX(stacked.n) AS n
  FROM (
    SELECT
      orders_scan_scan.quarter AS quarter,
      orders_scan_scan.region AS region,
      orders_scan_scan.n AS n
    FROM orders_scan_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      groups_2.region AS region,
      NULL AS n
    FROM groups_2
    CROSS JOIN quarters
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer_2.quarter AS quarter,
  answer_2.region AS region,
  COALESCE(answer_2.n, 0) AS n
FROM answer_2
ORDER BY
  answer_2.quarter NULLS LAST,
  answer_2.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('quarter', CAST(orders_scan.quarter AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(CAST(orders_scan.quarter AS DATE) AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    CAST(series.start AS DATE) AS quarter
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '3 MONTH'
--   +  ) AS series(start)
--   -      NULL AS n
--   +      CAST(NULL AS DECIMAL) AS n
--   -  answer_2.quarter NULLS LAST,
--   -  answer_2.region NULLS LAST
--   +  answer_2.quarter ASC,
--   +  answer_2.region COLLATE "C" ASC
-- snowflake:
--   -    orders_scan.quarter >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
--   -    AND orders_scan.quarter < CAST('2025-04-01 00:00:00' AS TIMESTAMP)
--   +    orders_scan.quarter >= TO_TIMESTAMP_NTZ('2025-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND orders_scan.quarter < TO_TIMESTAMP_NTZ('2025-04-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS quarter
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +  ) AS numbers
--   -      NULL AS n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS n

-- an alias that is named like a column of the table
--   count(months) as value, sum(months.value) as answer, sum(months.value) / count(months) as month_1 by months.Select as starts
SELECT
  months."Select" AS starts,
  COUNT(*) AS value,
  COALESCE(SUM(months.value), 0) AS answer,
  COALESCE(SUM(months.value), 0) / NULLIF(COUNT(*), 0) AS month_1
FROM months
GROUP BY
  1
ORDER BY
  months."Select" NULLS LAST;
-- postgres:
--   -  COALESCE(SUM(months.value), 0) / NULLIF(COUNT(*), 0) AS month_1
--   +  CAST(COALESCE(SUM(months.value), 0) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS month_1
--   -  months."Select" NULLS LAST
--   +  months."Select" COLLATE "C" ASC
-- snowflake:
--   -  COALESCE(SUM(months.value), 0) / NULLIF(COUNT(*), 0) AS month_1
--   +  CAST(COALESCE(SUM(months.value), 0) AS DOUBLE) / NULLIF(COUNT(*), 0) AS month_1

-- aliases and columns of the answer in order by and having
--   sum(months.value) as ends by months.Select having ends > 20 order by ends desc
SELECT
  months."Select" AS "Select",
  COALESCE(SUM(months.value), 0) AS ends
FROM months
GROUP BY
  1
HAVING
  COALESCE(SUM(months.value), 0) > 20
ORDER BY
  COALESCE(SUM(months.value), 0) DESC NULLS LAST,
  months."Select" NULLS LAST;
-- postgres:
--   -  months."Select" NULLS LAST
--   +  months."Select" COLLATE "C" ASC

-- a value that reads Other is not the Other row
--   n top 2 orders_scan.region by n with others
WITH orders_scan_scan /* sum_n */ AS (
  SELECT
    orders_scan.region AS region,
    SUM(orders_scan.n) AS sum_n
  FROM answer AS orders_scan
  GROUP BY
    1
), top_region_places AS (
  SELECT
    orders_scan_scan.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.region NULLS LAST
    ) AS place
  FROM orders_scan_scan
), top_region /* the best 2 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 2
)
SELECT
  CASE
    WHEN CASE WHEN best.place IS NULL THEN 1 ELSE 0 END = 1
    THEN 'Other'
    ELSE CASE WHEN NOT best.place IS NULL THEN orders_scan.region END
  END AS region,
  COALESCE(SUM(orders_scan.n), 0) AS n,
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS is_other
FROM answer AS orders_scan
LEFT JOIN top_region AS best
  ON best.region IS NOT DISTINCT FROM orders_scan.region
GROUP BY
  3,
  CASE WHEN NOT best.place IS NULL THEN orders_scan.region END
ORDER BY
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
  CASE WHEN NOT best.place IS NULL THEN orders_scan.region END NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.region COLLATE "C" ASC
--   -  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
--   -  CASE WHEN NOT best.place IS NULL THEN orders_scan.region END NULLS LAST
--   +  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END ASC,
--   +  CASE WHEN NOT best.place IS NULL THEN orders_scan.region END COLLATE "C" ASC

-- and when it is among the others
--   n top 1 orders_scan.region by -n with others
WITH orders_scan_scan /* sum_n */ AS (
  SELECT
    orders_scan.region AS region,
    SUM(orders_scan.n) AS sum_n
  FROM answer AS orders_scan
  GROUP BY
    1
), top_region_places AS (
  SELECT
    orders_scan_scan.region,
    ROW_NUMBER() OVER (
      ORDER BY -COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.region NULLS LAST
    ) AS place
  FROM orders_scan_scan
), top_region /* the best 1 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 1
)
SELECT
  CASE
    WHEN CASE WHEN best.place IS NULL THEN 1 ELSE 0 END = 1
    THEN 'Other'
    ELSE CASE WHEN NOT best.place IS NULL THEN orders_scan.region END
  END AS region,
  COALESCE(SUM(orders_scan.n), 0) AS n,
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS is_other
FROM answer AS orders_scan
LEFT JOIN top_region AS best
  ON best.region IS NOT DISTINCT FROM orders_scan.region
GROUP BY
  3,
  CASE WHEN NOT best.place IS NULL THEN orders_scan.region END
ORDER BY
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
  CASE WHEN NOT best.place IS NULL THEN orders_scan.region END NULLS LAST;
-- postgres:
--   -      ORDER BY -COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.region NULLS LAST
--   +      ORDER BY -COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.region COLLATE "C" ASC
--   -  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
--   -  CASE WHEN NOT best.place IS NULL THEN orders_scan.region END NULLS LAST
--   +  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END ASC,
--   +  CASE WHEN NOT best.place IS NULL THEN orders_scan.region END COLLATE "C" ASC

-- others of a number
--   n top 2 orders_scan.code by n with others
WITH orders_scan_scan /* sum_n */ AS (
  SELECT
    orders_scan.code AS code,
    SUM(orders_scan.n) AS sum_n
  FROM answer AS orders_scan
  GROUP BY
    1
), top_code_places AS (
  SELECT
    orders_scan_scan.code,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.code NULLS LAST
    ) AS place
  FROM orders_scan_scan
), top_code /* the best 2 of code */ AS (
  SELECT
    code,
    place
  FROM top_code_places
  WHERE
    place <= 2
)
SELECT
  CASE
    WHEN CASE WHEN best.place IS NULL THEN 1 ELSE 0 END = 1
    THEN 'Other'
    ELSE CAST(CASE WHEN NOT best.place IS NULL THEN orders_scan.code END AS TEXT)
  END AS code,
  COALESCE(SUM(orders_scan.n), 0) AS n,
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS is_other
FROM answer AS orders_scan
LEFT JOIN top_code AS best
  ON best.code IS NOT DISTINCT FROM orders_scan.code
GROUP BY
  3,
  CASE WHEN NOT best.place IS NULL THEN orders_scan.code END
ORDER BY
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
  CASE WHEN NOT best.place IS NULL THEN orders_scan.code END NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.code NULLS LAST
--   +      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.code ASC
--   -  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
--   -  CASE WHEN NOT best.place IS NULL THEN orders_scan.code END NULLS LAST
--   +  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END ASC,
--   +  CASE WHEN NOT best.place IS NULL THEN orders_scan.code END ASC
-- snowflake:
--   -    ELSE CAST(CASE WHEN NOT best.place IS NULL THEN orders_scan.code END AS TEXT)
--   +    ELSE CAST(CASE WHEN NOT best.place IS NULL THEN orders_scan.code END AS VARCHAR)

-- others of a boolean
--   n top 1 orders_scan.flag by n with others
WITH orders_scan_scan /* sum_n */ AS (
  SELECT
    orders_scan.flag AS flag,
    SUM(orders_scan.n) AS sum_n
  FROM answer AS orders_scan
  GROUP BY
    1
), top_flag_places AS (
  SELECT
    orders_scan_scan.flag,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.flag NULLS LAST
    ) AS place
  FROM orders_scan_scan
), top_flag /* the best 1 of flag */ AS (
  SELECT
    flag,
    place
  FROM top_flag_places
  WHERE
    place <= 1
)
SELECT
  CASE
    WHEN CASE WHEN best.place IS NULL THEN 1 ELSE 0 END = 1
    THEN 'Other'
    ELSE CASE
      WHEN CASE WHEN NOT best.place IS NULL THEN orders_scan.flag END
      THEN 'true'
      WHEN NOT CASE WHEN NOT best.place IS NULL THEN orders_scan.flag END
      THEN 'false'
    END
  END AS flag,
  COALESCE(SUM(orders_scan.n), 0) AS n,
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS is_other
FROM answer AS orders_scan
LEFT JOIN top_flag AS best
  ON best.flag IS NOT DISTINCT FROM orders_scan.flag
GROUP BY
  3,
  CASE WHEN NOT best.place IS NULL THEN orders_scan.flag END
ORDER BY
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
  CASE WHEN NOT best.place IS NULL THEN orders_scan.flag END NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.flag NULLS LAST
--   +      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.flag ASC
--   -  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
--   -  CASE WHEN NOT best.place IS NULL THEN orders_scan.flag END NULLS LAST
--   +  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END ASC,
--   +  CASE WHEN NOT best.place IS NULL THEN orders_scan.flag END ASC

-- others of a date
--   n top 1 orders_scan.on_day by n with others
WITH orders_scan_scan /* sum_n */ AS (
  SELECT
    orders_scan.on_day AS on_day,
    SUM(orders_scan.n) AS sum_n
  FROM answer AS orders_scan
  GROUP BY
    1
), top_on_day_places AS (
  SELECT
    orders_scan_scan.on_day,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.on_day NULLS LAST
    ) AS place
  FROM orders_scan_scan
), top_on_day /* the best 1 of on_day */ AS (
  SELECT
    on_day,
    place
  FROM top_on_day_places
  WHERE
    place <= 1
)
SELECT
  CASE
    WHEN CASE WHEN best.place IS NULL THEN 1 ELSE 0 END = 1
    THEN 'Other'
    ELSE CAST(CASE WHEN NOT best.place IS NULL THEN orders_scan.on_day END AS TEXT)
  END AS on_day,
  COALESCE(SUM(orders_scan.n), 0) AS n,
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS is_other
FROM answer AS orders_scan
LEFT JOIN top_on_day AS best
  ON best.on_day IS NOT DISTINCT FROM orders_scan.on_day
GROUP BY
  3,
  CASE WHEN NOT best.place IS NULL THEN orders_scan.on_day END
ORDER BY
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
  CASE WHEN NOT best.place IS NULL THEN orders_scan.on_day END NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.on_day NULLS LAST
--   +      ORDER BY COALESCE(orders_scan_scan.sum_n, 0) DESC NULLS LAST, orders_scan_scan.on_day ASC
--   -  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
--   -  CASE WHEN NOT best.place IS NULL THEN orders_scan.on_day END NULLS LAST
--   +  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END ASC,
--   +  CASE WHEN NOT best.place IS NULL THEN orders_scan.on_day END ASC
-- snowflake:
--   -    ELSE CAST(CASE WHEN NOT best.place IS NULL THEN orders_scan.on_day END AS TEXT)
--   +    ELSE TO_VARCHAR(CASE WHEN NOT best.place IS NULL THEN orders_scan.on_day END, 'YYYY-MM-DD')

-- two entities whose generated names meet
--   month_count, count(orders_scan) as rows_1 by month for 2025-01 to 2025-03
WITH months_scan /* month_count */ AS (
  SELECT
    CAST(DATE_TRUNC('month', months.month) AS DATE) AS month,
    COUNT(*) AS month_count
  FROM months
  WHERE
    months.month >= CAST('2025-01-01' AS DATE)
    AND months.month < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), orders_scan_scan /* count_orders_scan */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(orders_scan.quarter AS DATE)) AS DATE) AS month,
    COUNT(*) AS count_orders_scan
  FROM answer AS orders_scan
  WHERE
    orders_scan.quarter >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
    AND orders_scan.quarter < CAST('2025-04-01 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), months_2 /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer_2 /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.month_count) AS month_count,
    MAX(stacked.count_orders_scan) AS count_orders_scan
  FROM (
    SELECT
      months_scan.month AS month,
      months_scan.month_count AS month_count,
      NULL AS count_orders_scan
    FROM months_scan
    UNION ALL
    SELECT
      orders_scan_scan.month AS month,
      NULL AS month_count,
      orders_scan_scan.count_orders_scan AS count_orders_scan
    FROM orders_scan_scan
    UNION ALL
    SELECT
      months_2.month AS month,
      NULL AS month_count,
      NULL AS count_orders_scan
    FROM months_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer_2.month AS month,
  COALESCE(answer_2.month_count, 0) AS month_count,
  COALESCE(answer_2.count_orders_scan, 0) AS rows_1
FROM answer_2
ORDER BY
  answer_2.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', months.month) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(months.month AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', CAST(orders_scan.quarter AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(orders_scan.quarter AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS count_orders_scan
--   +      CAST(NULL AS DECIMAL) AS count_orders_scan
--   -      NULL AS month_count,
--   +      CAST(NULL AS DECIMAL) AS month_count,
--   -      NULL AS month_count,
--   -      NULL AS count_orders_scan
--   +      CAST(NULL AS DECIMAL) AS month_count,
--   +      CAST(NULL AS DECIMAL) AS count_orders_scan
--   -  answer_2.month NULLS LAST
--   +  answer_2.month ASC
-- snowflake:
--   -    months.month >= CAST('2025-01-01' AS DATE)
--   -    AND months.month < CAST('2025-04-01' AS DATE)
--   +    months.month >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND months.month < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    orders_scan.quarter >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
--   -    AND orders_scan.quarter < CAST('2025-04-01 00:00:00' AS TIMESTAMP)
--   +    orders_scan.quarter >= TO_TIMESTAMP_NTZ('2025-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND orders_scan.quarter < TO_TIMESTAMP_NTZ('2025-04-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS count_orders_scan
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders_scan
--   -      NULL AS month_count,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS month_count,
--   -      NULL AS month_count,
--   -      NULL AS count_orders_scan
--   +      CAST(NULL AS DECIMAL(1, 0)) AS month_count,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders_scan
