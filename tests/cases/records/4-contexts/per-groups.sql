-- a stock per day counts the days of a group that is never there at the end of a month
--   avg(count(items at end) per day) as mean by month, items.kind for 2025-01-01 to 2025-02-28
WITH months /* every month, from `starts` to before `ends` */ AS (
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
), days /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON series.atom >= months.starts AND series.atom < months.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), items_at_end_scan /* count_items_at_end */ AS (
  SELECT
    days.month AS month,
    days.day AS day,
    items.kind AS kind,
    COUNT(*) AS count_items_at_end
  FROM items
  JOIN days
    ON items.made_on < days.ends
    AND (
      items.done_on IS NULL OR items.done_on >= days.ends
    )
  GROUP BY
    1,
    2,
    3
), groups /* the groups of the answer */ AS (
  SELECT DISTINCT
    kind
  FROM items_at_end_scan
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.day,
    stacked.kind,
    MAX(stacked.count_items_at_end) AS count_items_at_end
  FROM (
    SELECT
      items_at_end_scan.month AS month,
      items_at_end_scan.day AS day,
      items_at_end_scan.kind AS kind,
      items_at_end_scan.count_items_at_end AS count_items_at_end
    FROM items_at_end_scan
    UNION ALL
    SELECT
      days.month AS month,
      days.day AS day,
      groups.kind AS kind,
      NULL AS count_items_at_end
    FROM groups
    CROSS JOIN days
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), values_per_day /* avg_per_day */ AS (
  SELECT
    rows_per_key.month AS month,
    rows_per_key.kind AS kind,
    AVG(COALESCE(rows_per_key.count_items_at_end, 0)) AS avg_per_day
  FROM rows_per_key
  GROUP BY
    1,
    2
), groups_2 /* the groups that have rows */ AS (
  SELECT DISTINCT
    kind
  FROM values_per_day
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.kind,
    MAX(stacked.avg_per_day) AS avg_per_day
  FROM (
    SELECT
      values_per_day.month AS month,
      values_per_day.kind AS kind,
      values_per_day.avg_per_day AS avg_per_day
    FROM values_per_day
    UNION ALL
    SELECT
      months.month AS month,
      groups_2.kind AS kind,
      NULL AS avg_per_day
    FROM groups_2
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.month AS month,
  answer.kind AS kind,
  answer.avg_per_day AS mean
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.kind NULLS LAST;
-- postgres:
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
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_items_at_end
--   +      CAST(NULL AS DECIMAL) AS count_items_at_end
--   -    AVG(COALESCE(rows_per_key.count_items_at_end, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_items_at_end, 0) AS DOUBLE PRECISION)) AS avg_per_day
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL) AS avg_per_day
--   -  answer.month NULLS LAST,
--   -  answer.kind NULLS LAST
--   +  answer.month ASC,
--   +  answer.kind COLLATE "C" ASC
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
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 62))
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_items_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items_at_end
--   -    AVG(COALESCE(rows_per_key.count_items_at_end, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_items_at_end, 0) AS DOUBLE)) AS avg_per_day
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day

-- a row in a period that has not begun is read by none
--   sum(count(items) per quarter) as n by year, items.kind where items.made_on is not null
WITH items_groups_scan /* which groups have rows */ AS (
  SELECT
    CAST(DATE_TRUNC('year', items.made_on) AS DATE) AS year,
    items.kind AS kind
  FROM items
  WHERE
    NOT items.made_on IS NULL AND items.made_on IS NULL
  GROUP BY
    1,
    2
), extent /* the first and last year with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      CAST(DATE_TRUNC('year', MIN(items.made_on)) AS DATE) AS first_period,
      CAST(DATE_TRUNC('year', MAX(items.made_on)) AS DATE) AS last_period
    FROM items
    WHERE
      NOT items.made_on IS NULL
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
), items_by_day /* count_items of each day */ AS (
  SELECT
    items.made_on AS starting_day,
    items.kind AS kind,
    COUNT(*) AS count_items
  FROM items
  WHERE
    NOT items.made_on IS NULL
  GROUP BY
    1,
    2
), extent_2 /* from the first to the last of these */ AS (
  SELECT
    MIN(starts) AS first_period,
    MAX(ends) AS last_period
  FROM years
), quarters /* every quarter that has begun in each year */ AS (
  SELECT
    years.year,
    CAST(DATE_TRUNC('quarter', series.atom) AS DATE) AS quarter,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          CAST((
            SELECT
              first_period
            FROM extent_2
          ) - INTERVAL '1' DAY AS DATE),
          CAST((
            SELECT
              last_period
            FROM extent_2
          ) + INTERVAL '1' DAY AS DATE),
          INTERVAL '1' DAY
        )
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN years
    ON series.atom >= years.starts AND series.atom < years.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    items_by_day.starting_day AS seen
  FROM items_by_day
), days_seen /* which days each quarter sees */ AS (
  SELECT
    days_with_rows.seen,
    quarters.year,
    quarters.quarter
  FROM quarters
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= quarters.starts AND days_with_rows.seen < quarters.ends
), items_scan /* count_items */ AS (
  SELECT
    days_seen.year AS year,
    days_seen.quarter AS quarter,
    items_by_day.kind AS kind,
    SUM(items_by_day.count_items) AS count_items
  FROM items_by_day
  INNER JOIN days_seen
    ON items_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2,
    3
), groups /* the groups of the answer */ AS (
  SELECT
    kind
  FROM items_groups_scan
  UNION
  SELECT
    kind
  FROM items_scan
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.year,
    stacked.quarter,
    stacked.kind,
    MAX(stacked.count_items) AS count_items
  FROM (
    SELECT
      items_scan.year AS year,
      items_scan.quarter AS quarter,
      items_scan.kind AS kind,
      items_scan.count_items AS count_items
    FROM items_scan
    UNION ALL
    SELECT
      quarters.year AS year,
      quarters.quarter AS quarter,
      groups.kind AS kind,
      NULL AS count_items
    FROM groups
    CROSS JOIN quarters
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), values_per_quarter /* sum_per_quarter */ AS (
  SELECT
    rows_per_key.year AS year,
    rows_per_key.kind AS kind,
    SUM(COALESCE(rows_per_key.count_items, 0)) AS sum_per_quarter
  FROM rows_per_key
  GROUP BY
    1,
    2
), groups_2 /* the groups that have rows */ AS (
  SELECT
    kind
  FROM items_groups_scan
  UNION
  SELECT
    kind
  FROM values_per_quarter
), answer /* one row for each group */ AS (
  SELECT
    stacked.year,
    stacked.kind,
    MAX(stacked.sum_per_quarter) AS sum_per_quarter
  FROM (
    SELECT
      items_groups_scan.year AS year,
      items_groups_scan.kind AS kind,
      NULL AS sum_per_quarter
    FROM items_groups_scan
    UNION ALL
    SELECT
      values_per_quarter.year AS year,
      values_per_quarter.kind AS kind,
      values_per_quarter.sum_per_quarter AS sum_per_quarter
    FROM values_per_quarter
    UNION ALL
    SELECT
      years.year AS year,
      groups_2.kind AS kind,
      NULL AS sum_per_quarter
    FROM groups_2
    CROSS JOIN years
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.year AS year,
  answer.kind AS kind,
  COALESCE(answer.sum_per_quarter, 0) AS n
FROM answer
ORDER BY
  answer.year NULLS LAST,
  answer.kind NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('year', items.made_on) AS DATE) AS year,
--   +    CAST(DATE_TRUNC('year', CAST(items.made_on AS TIMESTAMP)) AS DATE) AS year,
--   -      CAST(DATE_TRUNC('year', MIN(items.made_on)) AS DATE) AS first_period,
--   -      CAST(DATE_TRUNC('year', MAX(items.made_on)) AS DATE) AS last_period
--   +      CAST(DATE_TRUNC('year', CAST(MIN(items.made_on) AS TIMESTAMP)) AS DATE) AS first_period,
--   +      CAST(DATE_TRUNC('year', CAST(MAX(items.made_on) AS TIMESTAMP)) AS DATE) AS last_period
--   -    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
--   -  FROM (
--   -    SELECT
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
--   +    CAST(series.year + INTERVAL '12 MONTH' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
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
--   -    CAST(DATE_TRUNC('quarter', series.atom) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(series.atom AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   -            SELECT
--   -              first_period
--   -            FROM extent_2
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   -            SELECT
--   -              last_period
--   -            FROM extent_2
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   -        )
--   -      ) AS DATE) AS atom
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ) - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent_2
--   +      ) + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL) AS count_items
--   -      NULL AS sum_per_quarter
--   +      CAST(NULL AS DECIMAL) AS sum_per_quarter
--   -      NULL AS sum_per_quarter
--   +      CAST(NULL AS DECIMAL) AS sum_per_quarter
--   -  answer.year NULLS LAST,
--   -  answer.kind NULLS LAST
--   +  answer.year ASC,
--   +  answer.kind COLLATE "C" ASC
-- snowflake:
--   -WITH items_groups_scan /* which groups have rows */ AS (
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
--   +), items_groups_scan /* which groups have rows */ AS (
--   -    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 12, series.year) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n * 12, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS year
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                  AND d2.d * 100 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                )
--   +                AND d3.d * 1000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +              AND d4.d * 10000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +            AND d5.d * 100000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +          AND d6.d * 1000000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   -          ),
--   -          INTERVAL '1' YEAR
--   -        )
--   -      ) AS DATE) AS year
--   +          )) AS BIGINT)
--   +        ) AS DOUBLE) / 12.0 AS BIGINT)
--   +    ) AS numbers
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   +      DATEADD(DAY, numbers.n, DATEADD(DAY, -1, (
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ))) AS atom
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +          (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                  AND d2.d * 100 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= DATEDIFF(
--   +                  DAY,
--   +                  DATEADD(DAY, -1, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent_2
--   +                  )),
--   +                  DATEADD(DAY, 1, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent_2
--   +                  ))
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= DATEDIFF(
--   +                DAY,
--   +                DATEADD(DAY, -1, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent_2
--   +                )),
--   +                DATEADD(DAY, 1, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent_2
--   +                ))
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= DATEDIFF(
--   +              DAY,
--   +              DATEADD(DAY, -1, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent_2
--   +              )),
--   +              DATEADD(DAY, 1, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent_2
--   +              ))
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= DATEDIFF(
--   +            DAY,
--   +            DATEADD(DAY, -1, (
--   +              SELECT
--   +                first_period
--   +              FROM extent_2
--   +            )),
--   +            DATEADD(DAY, 1, (
--   +              SELECT
--   +                last_period
--   +              FROM extent_2
--   +            ))
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= DATEDIFF(
--   +          DAY,
--   +          DATEADD(DAY, -1, (
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   +          )),
--   +          DATEADD(DAY, 1, (
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   +          ))
--   -      ) AS DATE) AS atom
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items
--   -      NULL AS sum_per_quarter
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_quarter
--   -      NULL AS sum_per_quarter
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_quarter

-- rows of an entity have a null period only where there are rows without a time
--   sum(count(items) per shops) as n by quarter, shops.town
WITH items_scan /* count_items */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', items.made_on) AS DATE) AS quarter,
    shop.town AS town,
    items.shop_id AS shops,
    COUNT(*) AS count_items
  FROM items
  LEFT JOIN shops AS shop
    ON items.shop_id = shop.id
  GROUP BY
    1,
    2,
    3
), extent /* the first and last quarter with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(items_scan.quarter) AS first_period,
      MAX(items_scan.quarter) AS last_period
    FROM items_scan
  ) AS extents
), quarters /* every quarter, from `starts` to before `ends` */ AS (
  SELECT
    series.quarter,
    series.quarter AS starts,
    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
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
          INTERVAL '3' MONTH
        )
      ) AS DATE) AS quarter
  ) AS series
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    stacked.town,
    stacked.shops,
    MAX(stacked.count_items) AS count_items,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      items_scan.quarter AS quarter,
      items_scan.town AS town,
      items_scan.shops AS shops,
      items_scan.count_items AS count_items,
      NULL AS is_member
    FROM items_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      shops.town AS town,
      shops.id AS shops,
      NULL AS count_items,
      1 AS is_member
    FROM shops
    CROSS JOIN quarters
    UNION ALL
    SELECT
      NULL AS quarter,
      shops.town AS town,
      shops.id AS shops,
      NULL AS count_items,
      1 AS is_member
    FROM shops
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), values_per_shops /* sum_per_shops */ AS (
  SELECT
    rows_per_key.quarter AS quarter,
    rows_per_key.town AS town,
    SUM(COALESCE(rows_per_key.count_items, 0)) AS sum_per_shops
  FROM rows_per_key
  WHERE
    NOT rows_per_key.shops IS NULL AND rows_per_key.is_member = 1
  GROUP BY
    1,
    2
), items_groups_scan /* which groups have rows */ AS (
  SELECT
    items_scan.quarter AS quarter,
    items_scan.town AS town
  FROM items_scan
  WHERE
    items_scan.quarter IS NULL
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT
    town
  FROM values_per_shops
  UNION
  SELECT
    town
  FROM items_groups_scan
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    stacked.town,
    MAX(stacked.sum_per_shops) AS sum_per_shops
  FROM (
    SELECT
      values_per_shops.quarter AS quarter,
      values_per_shops.town AS town,
      values_per_shops.sum_per_shops AS sum_per_shops,
      CASE WHEN NOT values_per_shops.quarter IS NULL THEN 1 END AS is_shown
    FROM values_per_shops
    UNION ALL
    SELECT
      items_groups_scan.quarter AS quarter,
      items_groups_scan.town AS town,
      NULL AS sum_per_shops,
      1 AS is_shown
    FROM items_groups_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      groups.town AS town,
      NULL AS sum_per_shops,
      1 AS is_shown
    FROM groups
    CROSS JOIN quarters
  ) AS stacked
  GROUP BY
    1,
    2
  HAVING
    MAX(stacked.is_shown) = 1
)
SELECT
  answer.quarter AS quarter,
  answer.town AS town,
  COALESCE(answer.sum_per_shops, 0) AS n
FROM answer
ORDER BY
  answer.quarter NULLS LAST,
  answer.town NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('quarter', items.made_on) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(items.made_on AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.quarter + INTERVAL '3 MONTH' AS DATE) AS ends
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
--   -          INTERVAL '3' MONTH
--   -        )
--   -      ) AS DATE) AS quarter
--   +      CAST(series.start AS DATE) AS quarter
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
--   +      INTERVAL '3 MONTH'
--   +    ) AS series(start)
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS count_items,
--   +      CAST(NULL AS DECIMAL) AS count_items,
--   -      NULL AS quarter,
--   +      CAST(NULL AS DATE) AS quarter,
--   -      NULL AS count_items,
--   +      CAST(NULL AS DECIMAL) AS count_items,
--   -      NULL AS sum_per_shops,
--   +      CAST(NULL AS DECIMAL) AS sum_per_shops,
--   -      NULL AS sum_per_shops,
--   +      CAST(NULL AS DECIMAL) AS sum_per_shops,
--   -  answer.quarter NULLS LAST,
--   -  answer.town NULLS LAST
--   +  answer.quarter ASC,
--   +  answer.town COLLATE "C" ASC
-- snowflake:
--   -WITH items_scan /* count_items */ AS (
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
--   +), items_scan /* count_items */ AS (
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 3, series.quarter) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n * 3, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS quarter
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 3.0 AS BIGINT)
--   +                  AND d2.d * 100 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 3.0 AS BIGINT)
--   +                )
--   +                AND d3.d * 1000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +                ) AS DOUBLE) / 3.0 AS BIGINT)
--   +              )
--   +              AND d4.d * 10000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +              ) AS DOUBLE) / 3.0 AS BIGINT)
--   +            )
--   +            AND d5.d * 100000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +            ) AS DOUBLE) / 3.0 AS BIGINT)
--   +          )
--   +          AND d6.d * 1000000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +          ) AS DOUBLE) / 3.0 AS BIGINT)
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   -              last_period
--   +              first_period
--   -          ),
--   -          INTERVAL '3' MONTH
--   -        )
--   -      ) AS DATE) AS quarter
--   +          )) AS BIGINT)
--   +        ) AS DOUBLE) / 3.0 AS BIGINT)
--   +    ) AS numbers
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS count_items,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items,
--   -      NULL AS quarter,
--   +      CAST(NULL AS DATE) AS quarter,
--   -      NULL AS count_items,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items,
--   -      NULL AS sum_per_shops,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_shops,
--   -      NULL AS sum_per_shops,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_shops,

-- in the null period each row of an entity counts as in the others
--   sum(count(items) per shops) as n, count(count(items) + 1 per shops) as shops by year
WITH items_scan /* count_items */ AS (
  SELECT
    CAST(DATE_TRUNC('year', items.made_on) AS DATE) AS year,
    items.shop_id AS shops,
    COUNT(*) AS count_items
  FROM items
  GROUP BY
    1,
    2
), extent /* the first and last year with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(items_scan.year) AS first_period,
      MAX(items_scan.year) AS last_period
    FROM items_scan
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
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.year,
    stacked.shops,
    MAX(stacked.count_items) AS count_items,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      items_scan.year AS year,
      items_scan.shops AS shops,
      items_scan.count_items AS count_items,
      NULL AS is_member
    FROM items_scan
    UNION ALL
    SELECT
      years.year AS year,
      shops.id AS shops,
      NULL AS count_items,
      1 AS is_member
    FROM shops
    CROSS JOIN years
    UNION ALL
    SELECT
      NULL AS year,
      shops.id AS shops,
      NULL AS count_items,
      1 AS is_member
    FROM shops
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_shops /* sum_per_shops, count_per_shops */ AS (
  SELECT
    rows_per_key.year AS year,
    SUM(COALESCE(rows_per_key.count_items, 0)) AS sum_per_shops,
    COUNT(COALESCE(rows_per_key.count_items, 0) + 1) AS count_per_shops
  FROM rows_per_key
  WHERE
    NOT rows_per_key.shops IS NULL AND rows_per_key.is_member = 1
  GROUP BY
    1
), items_groups_scan /* which groups have rows */ AS (
  SELECT
    items_scan.year AS year
  FROM items_scan
  WHERE
    items_scan.year IS NULL
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.year,
    MAX(stacked.sum_per_shops) AS sum_per_shops,
    MAX(stacked.count_per_shops) AS count_per_shops
  FROM (
    SELECT
      values_per_shops.year AS year,
      values_per_shops.sum_per_shops AS sum_per_shops,
      values_per_shops.count_per_shops AS count_per_shops,
      CASE WHEN NOT values_per_shops.year IS NULL THEN 1 END AS is_shown
    FROM values_per_shops
    UNION ALL
    SELECT
      items_groups_scan.year AS year,
      NULL AS sum_per_shops,
      NULL AS count_per_shops,
      1 AS is_shown
    FROM items_groups_scan
    UNION ALL
    SELECT
      years.year AS year,
      NULL AS sum_per_shops,
      NULL AS count_per_shops,
      1 AS is_shown
    FROM years
  ) AS stacked
  GROUP BY
    1
  HAVING
    MAX(stacked.is_shown) = 1
)
SELECT
  answer.year AS year,
  COALESCE(answer.sum_per_shops, 0) AS n,
  COALESCE(answer.count_per_shops, 0) AS shops
FROM answer
ORDER BY
  answer.year NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('year', items.made_on) AS DATE) AS year,
--   +    CAST(DATE_TRUNC('year', CAST(items.made_on AS TIMESTAMP)) AS DATE) AS year,
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
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS count_items,
--   +      CAST(NULL AS DECIMAL) AS count_items,
--   -      NULL AS year,
--   +      CAST(NULL AS DATE) AS year,
--   -      NULL AS count_items,
--   +      CAST(NULL AS DECIMAL) AS count_items,
--   -      NULL AS sum_per_shops,
--   -      NULL AS count_per_shops,
--   +      CAST(NULL AS DECIMAL) AS sum_per_shops,
--   +      CAST(NULL AS DECIMAL) AS count_per_shops,
--   -      NULL AS sum_per_shops,
--   -      NULL AS count_per_shops,
--   +      CAST(NULL AS DECIMAL) AS sum_per_shops,
--   +      CAST(NULL AS DECIMAL) AS count_per_shops,
--   -  answer.year NULLS LAST
--   +  answer.year ASC
-- snowflake:
--   -WITH items_scan /* count_items */ AS (
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
--   +), items_scan /* count_items */ AS (
--   -    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 12, series.year) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n * 12, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS year
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                  AND d2.d * 100 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                )
--   +                AND d3.d * 1000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +              AND d4.d * 10000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +            AND d5.d * 100000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +          AND d6.d * 1000000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   -              last_period
--   +              first_period
--   -          ),
--   -          INTERVAL '1' YEAR
--   -        )
--   -      ) AS DATE) AS year
--   +          )) AS BIGINT)
--   +        ) AS DOUBLE) / 12.0 AS BIGINT)
--   +    ) AS numbers
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS count_items,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items,
--   -      NULL AS year,
--   +      CAST(NULL AS DATE) AS year,
--   -      NULL AS count_items,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items,
--   -      NULL AS sum_per_shops,
--   -      NULL AS count_per_shops,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_shops,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_shops,
--   -      NULL AS sum_per_shops,
--   -      NULL AS count_per_shops,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_shops,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_shops,

-- a total without filters has the null period
--   total(count(items) ignoring filters) as n by year
WITH items_total_scan /* total_count_items */ AS (
  SELECT
    CAST(DATE_TRUNC('year', items.made_on) AS DATE) AS year,
    COUNT(*) AS total_count_items
  FROM items
  GROUP BY
    1
), items_groups_scan /* which groups have rows */ AS (
  SELECT
    items_total_scan.year AS year
  FROM items_total_scan
  WHERE
    items_total_scan.year IS NULL
  GROUP BY
    1
), extent /* the first and last year with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(items_total_scan.year) AS first_period,
      MAX(items_total_scan.year) AS last_period
    FROM items_total_scan
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
    stacked.level,
    stacked.year,
    MAX(stacked.total_count_items) AS total_count_items
  FROM (
    SELECT
      1 AS level,
      items_total_scan.year AS year,
      items_total_scan.total_count_items AS total_count_items
    FROM items_total_scan
    UNION ALL
    SELECT
      0 AS level,
      items_groups_scan.year AS year,
      NULL AS total_count_items
    FROM items_groups_scan
    UNION ALL
    SELECT
      0 AS level,
      years.year AS year,
      NULL AS total_count_items
    FROM years
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.year,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_count_items END) OVER (PARTITION BY answer.year) AS total_count_items
  FROM answer
)
SELECT
  with_totals.year AS year,
  COALESCE(with_totals.total_count_items, 0) AS n
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.year NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('year', items.made_on) AS DATE) AS year,
--   +    CAST(DATE_TRUNC('year', CAST(items.made_on AS TIMESTAMP)) AS DATE) AS year,
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
--   -      NULL AS total_count_items
--   +      CAST(NULL AS DECIMAL) AS total_count_items
--   -      NULL AS total_count_items
--   +      CAST(NULL AS DECIMAL) AS total_count_items
--   -  with_totals.year NULLS LAST
--   +  with_totals.year ASC
-- snowflake:
--   -WITH items_total_scan /* total_count_items */ AS (
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
--   +), items_total_scan /* total_count_items */ AS (
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
--   -      NULL AS total_count_items
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_count_items
--   -      NULL AS total_count_items
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_count_items

-- a window sees no row in the null period, so none of the values that they have
--   count(running(count(items)) per items.kind) as kinds by year
WITH items_by_month /* running_count_items of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', items.made_on) AS DATE) AS starting_month,
    items.kind AS kind,
    COUNT(*) AS running_count_items
  FROM items
  GROUP BY
    1,
    2
), extent /* the first and last year with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      CAST(DATE_TRUNC('year', MIN(items.made_on)) AS DATE) AS first_period,
      CAST(DATE_TRUNC('year', MAX(items.made_on)) AS DATE) AS last_period
    FROM items
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
), months_with_rows AS (
  SELECT DISTINCT
    items_by_month.starting_month AS seen
  FROM items_by_month
), months_seen /* which months each year sees */ AS (
  SELECT
    months_with_rows.seen,
    years.year
  FROM years
  INNER JOIN months_with_rows
    ON months_with_rows.seen < years.ends
), items_scan /* running_count_items */ AS (
  SELECT
    months_seen.year AS year,
    items_by_month.kind AS kind,
    SUM(items_by_month.running_count_items) AS running_count_items
  FROM items_by_month
  INNER JOIN months_seen
    ON items_by_month.starting_month = months_seen.seen
  GROUP BY
    1,
    2
), values_per_kind /* count_per_kind */ AS (
  SELECT
    items_scan.year AS year,
    COUNT(COALESCE(items_scan.running_count_items, 0)) AS count_per_kind
  FROM items_scan
  WHERE
    NOT items_scan.kind IS NULL
  GROUP BY
    1
), items_groups_scan /* which groups have rows */ AS (
  SELECT
    items_by_month.starting_month AS year
  FROM items_by_month
  WHERE
    items_by_month.starting_month IS NULL
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.year,
    MAX(stacked.count_per_kind) AS count_per_kind
  FROM (
    SELECT
      values_per_kind.year AS year,
      values_per_kind.count_per_kind AS count_per_kind
    FROM values_per_kind
    UNION ALL
    SELECT
      items_groups_scan.year AS year,
      NULL AS count_per_kind
    FROM items_groups_scan
    UNION ALL
    SELECT
      years.year AS year,
      NULL AS count_per_kind
    FROM years
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.year AS year,
  COALESCE(answer.count_per_kind, 0) AS kinds
FROM answer
ORDER BY
  answer.year NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', items.made_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(items.made_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -      CAST(DATE_TRUNC('year', MIN(items.made_on)) AS DATE) AS first_period,
--   -      CAST(DATE_TRUNC('year', MAX(items.made_on)) AS DATE) AS last_period
--   +      CAST(DATE_TRUNC('year', CAST(MIN(items.made_on) AS TIMESTAMP)) AS DATE) AS first_period,
--   +      CAST(DATE_TRUNC('year', CAST(MAX(items.made_on) AS TIMESTAMP)) AS DATE) AS last_period
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
--   -      NULL AS count_per_kind
--   +      CAST(NULL AS DECIMAL) AS count_per_kind
--   -      NULL AS count_per_kind
--   +      CAST(NULL AS DECIMAL) AS count_per_kind
--   -  answer.year NULLS LAST
--   +  answer.year ASC
-- snowflake:
--   -WITH items_by_month /* running_count_items of each month */ AS (
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
--   +), items_by_month /* running_count_items of each month */ AS (
--   -    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 12, series.year) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n * 12, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS year
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                  AND d2.d * 100 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                )
--   +                AND d3.d * 1000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +              AND d4.d * 10000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +            AND d5.d * 100000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +          AND d6.d * 1000000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   -            FROM extent
--   -          ),
--   -          INTERVAL '1' YEAR
--   -        )
--   -      ) AS DATE) AS year
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT)
--   +        ) AS DOUBLE) / 12.0 AS BIGINT)
--   +    ) AS numbers
--   -      NULL AS count_per_kind
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_kind
--   -      NULL AS count_per_kind
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_kind

-- a total of a stock per day has the groups that are there on any day
--   total(avg(count(items at end) per day)) as mean by month, items.kind for 2025-02
WITH months /* every month, from `starts` to before `ends` */ AS (
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
), days /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON series.atom >= months.starts AND series.atom < months.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), items_groups_at_end_scan /* which groups have rows */ AS (
  SELECT
    days.month AS month,
    days.day AS day,
    items.kind AS kind
  FROM items
  JOIN days
    ON items.made_on < days.ends
    AND (
      items.done_on IS NULL OR items.done_on >= days.ends
    )
  GROUP BY
    1,
    2,
    3
), items_groups_at_end_scan_2 /* which groups have rows */ AS (
  SELECT DISTINCT
    month,
    kind
  FROM items_groups_at_end_scan
), days_2 /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON series.atom >= months.starts AND series.atom < months.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), items_at_end_scan /* count_items_at_end */ AS (
  SELECT
    days_2.month AS month,
    days_2.day AS day,
    COUNT(*) AS count_items_at_end
  FROM items
  JOIN days_2
    ON items.made_on < days_2.ends
    AND (
      items.done_on IS NULL OR items.done_on >= days_2.ends
    )
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.day,
    MAX(stacked.count_items_at_end) AS count_items_at_end
  FROM (
    SELECT
      items_at_end_scan.month AS month,
      items_at_end_scan.day AS day,
      items_at_end_scan.count_items_at_end AS count_items_at_end
    FROM items_at_end_scan
    UNION ALL
    SELECT
      days_2.month AS month,
      days_2.day AS day,
      NULL AS count_items_at_end
    FROM days_2
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day /* total_avg_per_day */ AS (
  SELECT
    rows_per_key.month AS month,
    AVG(COALESCE(rows_per_key.count_items_at_end, 0)) AS total_avg_per_day
  FROM rows_per_key
  GROUP BY
    1
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    kind
  FROM items_groups_at_end_scan_2
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.month,
    stacked.kind,
    MAX(stacked.total_avg_per_day) AS total_avg_per_day
  FROM (
    SELECT
      0 AS level,
      items_groups_at_end_scan_2.month AS month,
      items_groups_at_end_scan_2.kind AS kind,
      NULL AS total_avg_per_day
    FROM items_groups_at_end_scan_2
    UNION ALL
    SELECT
      1 AS level,
      values_per_day.month AS month,
      NULL AS kind,
      values_per_day.total_avg_per_day AS total_avg_per_day
    FROM values_per_day
    UNION ALL
    SELECT
      0 AS level,
      months.month AS month,
      groups.kind AS kind,
      NULL AS total_avg_per_day
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
    answer.kind,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_avg_per_day END) OVER (PARTITION BY answer.month) AS total_avg_per_day
  FROM answer
)
SELECT
  with_totals.month AS month,
  with_totals.kind AS kind,
  with_totals.total_avg_per_day AS mean
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.month NULLS LAST,
  with_totals.kind NULLS LAST;
-- postgres:
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
--   -      NULL AS count_items_at_end
--   +      CAST(NULL AS DECIMAL) AS count_items_at_end
--   -    AVG(COALESCE(rows_per_key.count_items_at_end, 0)) AS total_avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_items_at_end, 0) AS DOUBLE PRECISION)) AS total_avg_per_day
--   -      NULL AS total_avg_per_day
--   +      CAST(NULL AS DECIMAL) AS total_avg_per_day
--   -      NULL AS kind,
--   +      CAST(NULL AS TEXT) AS kind,
--   -      NULL AS total_avg_per_day
--   +      CAST(NULL AS DECIMAL) AS total_avg_per_day
--   -  with_totals.month NULLS LAST,
--   -  with_totals.kind NULLS LAST
--   +  with_totals.month ASC,
--   +  with_totals.kind COLLATE "C" ASC
-- snowflake:
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
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
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
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_items_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items_at_end
--   -    AVG(COALESCE(rows_per_key.count_items_at_end, 0)) AS total_avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_items_at_end, 0) AS DOUBLE)) AS total_avg_per_day
--   -      NULL AS total_avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_avg_per_day
--   -      NULL AS kind,
--   +      CAST(NULL AS VARCHAR) AS kind,
--   -      NULL AS total_avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_avg_per_day

-- a total has no group whose rows are in a period that has not begun
--   total(sum(count(items) per quarter)) as n by year, items.kind where items.made_on is not null
WITH items_groups_scan /* which groups have rows */ AS (
  SELECT
    CAST(DATE_TRUNC('year', items.made_on) AS DATE) AS year,
    items.kind AS kind
  FROM items
  WHERE
    NOT items.made_on IS NULL AND items.made_on IS NULL
  GROUP BY
    1,
    2
), extent /* the first and last year with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      CAST(DATE_TRUNC('year', MIN(items.made_on)) AS DATE) AS first_period,
      CAST(DATE_TRUNC('year', MAX(items.made_on)) AS DATE) AS last_period
    FROM items
    WHERE
      NOT items.made_on IS NULL
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
), items_by_day /* groups of each day */ AS (
  SELECT
    items.made_on AS starting_day,
    items.kind AS kind
  FROM items
  WHERE
    NOT items.made_on IS NULL
  GROUP BY
    1,
    2
), extent_2 /* from the first to the last of these */ AS (
  SELECT
    MIN(starts) AS first_period,
    MAX(ends) AS last_period
  FROM years
), quarters /* every quarter that has begun in each year */ AS (
  SELECT
    years.year,
    CAST(DATE_TRUNC('quarter', series.atom) AS DATE) AS quarter,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          CAST((
            SELECT
              first_period
            FROM extent_2
          ) - INTERVAL '1' DAY AS DATE),
          CAST((
            SELECT
              last_period
            FROM extent_2
          ) + INTERVAL '1' DAY AS DATE),
          INTERVAL '1' DAY
        )
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN years
    ON series.atom >= years.starts AND series.atom < years.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    items_by_day.starting_day AS seen
  FROM items_by_day
), days_seen /* which days each quarter sees */ AS (
  SELECT
    days_with_rows.seen,
    quarters.year,
    quarters.quarter
  FROM quarters
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= quarters.starts AND days_with_rows.seen < quarters.ends
), items_groups_scan_2 /* which groups have rows */ AS (
  SELECT
    days_seen.year AS year,
    days_seen.quarter AS quarter,
    items_by_day.kind AS kind
  FROM items_by_day
  INNER JOIN days_seen
    ON items_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2,
    3
), items_groups_scan_3 /* which groups have rows */ AS (
  SELECT DISTINCT
    year,
    kind
  FROM items_groups_scan_2
), items_by_day_2 /* count_items of each day */ AS (
  SELECT
    items.made_on AS starting_day,
    COUNT(*) AS count_items
  FROM items
  WHERE
    NOT items.made_on IS NULL
  GROUP BY
    1
), extent_3 /* from the first to the last of these */ AS (
  SELECT
    MIN(starts) AS first_period,
    MAX(ends) AS last_period
  FROM years
), quarters_2 /* every quarter that has begun in each year */ AS (
  SELECT
    years.year,
    CAST(DATE_TRUNC('quarter', series.atom) AS DATE) AS quarter,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          CAST((
            SELECT
              first_period
            FROM extent_3
          ) - INTERVAL '1' DAY AS DATE),
          CAST((
            SELECT
              last_period
            FROM extent_3
          ) + INTERVAL '1' DAY AS DATE),
          INTERVAL '1' DAY
        )
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN years
    ON series.atom >= years.starts AND series.atom < years.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows_2 AS (
  SELECT DISTINCT
    items_by_day_2.starting_day AS seen
  FROM items_by_day_2
), days_seen_2 /* which days each quarter sees */ AS (
  SELECT
    days_with_rows_2.seen,
    quarters_2.year,
    quarters_2.quarter
  FROM quarters_2
  INNER JOIN days_with_rows_2
    ON days_with_rows_2.seen >= quarters_2.starts
    AND days_with_rows_2.seen < quarters_2.ends
), items_scan /* count_items */ AS (
  SELECT
    days_seen_2.year AS year,
    days_seen_2.quarter AS quarter,
    SUM(items_by_day_2.count_items) AS count_items
  FROM items_by_day_2
  INNER JOIN days_seen_2
    ON items_by_day_2.starting_day = days_seen_2.seen
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.year,
    stacked.quarter,
    MAX(stacked.count_items) AS count_items
  FROM (
    SELECT
      items_scan.year AS year,
      items_scan.quarter AS quarter,
      items_scan.count_items AS count_items
    FROM items_scan
    UNION ALL
    SELECT
      quarters_2.year AS year,
      quarters_2.quarter AS quarter,
      NULL AS count_items
    FROM quarters_2
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_quarter /* total_sum_per_quarter */ AS (
  SELECT
    rows_per_key.year AS year,
    SUM(COALESCE(rows_per_key.count_items, 0)) AS total_sum_per_quarter
  FROM rows_per_key
  GROUP BY
    1
), groups /* the groups that have rows */ AS (
  SELECT
    kind
  FROM items_groups_scan
  UNION
  SELECT
    kind
  FROM items_groups_scan_3
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.year,
    stacked.kind,
    MAX(stacked.total_sum_per_quarter) AS total_sum_per_quarter
  FROM (
    SELECT
      0 AS level,
      items_groups_scan.year AS year,
      items_groups_scan.kind AS kind,
      NULL AS total_sum_per_quarter
    FROM items_groups_scan
    UNION ALL
    SELECT
      0 AS level,
      items_groups_scan_3.year AS year,
      items_groups_scan_3.kind AS kind,
      NULL AS total_sum_per_quarter
    FROM items_groups_scan_3
    UNION ALL
    SELECT
      1 AS level,
      values_per_quarter.year AS year,
      NULL AS kind,
      values_per_quarter.total_sum_per_quarter AS total_sum_per_quarter
    FROM values_per_quarter
    UNION ALL
    SELECT
      0 AS level,
      years.year AS year,
      groups.kind AS kind,
      NULL AS total_sum_per_quarter
    FROM groups
    CROSS JOIN years
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.year,
    answer.kind,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_sum_per_quarter END) OVER (PARTITION BY answer.year) AS total_sum_per_quarter
  FROM answer
)
SELECT
  with_totals.year AS year,
  with_totals.kind AS kind,
  COALESCE(with_totals.total_sum_per_quarter, 0) AS n
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.year NULLS LAST,
  with_totals.kind NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('year', items.made_on) AS DATE) AS year,
--   +    CAST(DATE_TRUNC('year', CAST(items.made_on AS TIMESTAMP)) AS DATE) AS year,
--   -      CAST(DATE_TRUNC('year', MIN(items.made_on)) AS DATE) AS first_period,
--   -      CAST(DATE_TRUNC('year', MAX(items.made_on)) AS DATE) AS last_period
--   +      CAST(DATE_TRUNC('year', CAST(MIN(items.made_on) AS TIMESTAMP)) AS DATE) AS first_period,
--   +      CAST(DATE_TRUNC('year', CAST(MAX(items.made_on) AS TIMESTAMP)) AS DATE) AS last_period
--   -    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
--   -  FROM (
--   -    SELECT
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
--   +    CAST(series.year + INTERVAL '12 MONTH' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
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
--   -    CAST(DATE_TRUNC('quarter', series.atom) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(series.atom AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   -            SELECT
--   -              first_period
--   -            FROM extent_2
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   -            SELECT
--   -              last_period
--   -            FROM extent_2
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   -        )
--   -      ) AS DATE) AS atom
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ) - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent_2
--   +      ) + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    CAST(DATE_TRUNC('quarter', series.atom) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(series.atom AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   -            SELECT
--   -              first_period
--   -            FROM extent_3
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   -            SELECT
--   -              last_period
--   -            FROM extent_3
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   -        )
--   -      ) AS DATE) AS atom
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent_3
--   +      ) - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent_3
--   +      ) + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL) AS count_items
--   -      NULL AS total_sum_per_quarter
--   +      CAST(NULL AS DECIMAL) AS total_sum_per_quarter
--   -      NULL AS total_sum_per_quarter
--   +      CAST(NULL AS DECIMAL) AS total_sum_per_quarter
--   -      NULL AS kind,
--   +      CAST(NULL AS TEXT) AS kind,
--   -      NULL AS total_sum_per_quarter
--   +      CAST(NULL AS DECIMAL) AS total_sum_per_quarter
--   -  with_totals.year NULLS LAST,
--   -  with_totals.kind NULLS LAST
--   +  with_totals.year ASC,
--   +  with_totals.kind COLLATE "C" ASC
-- snowflake:
--   -WITH items_groups_scan /* which groups have rows */ AS (
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
--   +), items_groups_scan /* which groups have rows */ AS (
--   -    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 12, series.year) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n * 12, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS year
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                  AND d2.d * 100 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                )
--   +                AND d3.d * 1000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +              AND d4.d * 10000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +            AND d5.d * 100000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +          AND d6.d * 1000000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   -          ),
--   -          INTERVAL '1' YEAR
--   -        )
--   -      ) AS DATE) AS year
--   +          )) AS BIGINT)
--   +        ) AS DOUBLE) / 12.0 AS BIGINT)
--   +    ) AS numbers
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   +      DATEADD(DAY, numbers.n, DATEADD(DAY, -1, (
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ))) AS atom
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +          (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                  AND d2.d * 100 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= DATEDIFF(
--   +                  DAY,
--   +                  DATEADD(DAY, -1, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent_2
--   +                  )),
--   +                  DATEADD(DAY, 1, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent_2
--   +                  ))
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= DATEDIFF(
--   +                DAY,
--   +                DATEADD(DAY, -1, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent_2
--   +                )),
--   +                DATEADD(DAY, 1, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent_2
--   +                ))
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= DATEDIFF(
--   +              DAY,
--   +              DATEADD(DAY, -1, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent_2
--   +              )),
--   +              DATEADD(DAY, 1, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent_2
--   +              ))
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= DATEDIFF(
--   +            DAY,
--   +            DATEADD(DAY, -1, (
--   +              SELECT
--   +                first_period
--   +              FROM extent_2
--   +            )),
--   +            DATEADD(DAY, 1, (
--   +              SELECT
--   +                last_period
--   +              FROM extent_2
--   +            ))
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= DATEDIFF(
--   +          DAY,
--   +          DATEADD(DAY, -1, (
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   +          )),
--   +          DATEADD(DAY, 1, (
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   +          ))
--   -      ) AS DATE) AS atom
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   +      DATEADD(DAY, numbers.n, DATEADD(DAY, -1, (
--   +        SELECT
--   +          first_period
--   +        FROM extent_3
--   +      ))) AS atom
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +          (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_3
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_3
--   +                    ))
--   +                  )
--   +                  AND d2.d * 100 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_3
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_3
--   +                    ))
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= DATEDIFF(
--   +                  DAY,
--   +                  DATEADD(DAY, -1, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent_3
--   +                  )),
--   +                  DATEADD(DAY, 1, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent_3
--   +                  ))
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= DATEDIFF(
--   +                DAY,
--   +                DATEADD(DAY, -1, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent_3
--   +                )),
--   +                DATEADD(DAY, 1, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent_3
--   +                ))
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= DATEDIFF(
--   +              DAY,
--   +              DATEADD(DAY, -1, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent_3
--   +              )),
--   +              DATEADD(DAY, 1, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent_3
--   +              ))
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= DATEDIFF(
--   +            DAY,
--   +            DATEADD(DAY, -1, (
--   +              SELECT
--   +                first_period
--   +              FROM extent_3
--   +            )),
--   +            DATEADD(DAY, 1, (
--   +              SELECT
--   +                last_period
--   +              FROM extent_3
--   +            ))
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= DATEDIFF(
--   +          DAY,
--   +          DATEADD(DAY, -1, (
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   +          )),
--   +          DATEADD(DAY, 1, (
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   +          ))
--   -      ) AS DATE) AS atom
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items
--   -      NULL AS total_sum_per_quarter
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_per_quarter
--   -      NULL AS total_sum_per_quarter
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_per_quarter
--   -      NULL AS kind,
--   +      CAST(NULL AS VARCHAR) AS kind,
--   -      NULL AS total_sum_per_quarter
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_per_quarter

-- the days of periods that only another column has rows in
--   count(count(items) per day) as days, sum(count(items) per day) as n, count(visits) as visits by year
WITH visits_scan /* count_visits */ AS (
  SELECT
    CAST(DATE_TRUNC('year', visits.came_on) AS DATE) AS year,
    COUNT(*) AS count_visits
  FROM visits
  GROUP BY
    1
), items_groups_scan /* which groups have rows */ AS (
  SELECT
    CAST(DATE_TRUNC('year', items.made_on) AS DATE) AS year
  FROM items
  WHERE
    items.made_on IS NULL
  GROUP BY
    1
), extent /* the first and last year with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      CAST(DATE_TRUNC('year', MIN(items.made_on)) AS DATE) AS first_period,
      CAST(DATE_TRUNC('year', MAX(items.made_on)) AS DATE) AS last_period
    FROM items
    UNION ALL
    SELECT
      MIN(visits_scan.year) AS first_period,
      MAX(visits_scan.year) AS last_period
    FROM visits_scan
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
), items_by_day /* count_items of each day */ AS (
  SELECT
    items.made_on AS starting_day,
    COUNT(*) AS count_items
  FROM items
  GROUP BY
    1
), extent_2 /* from the first to the last of these */ AS (
  SELECT
    MIN(starts) AS first_period,
    MAX(ends) AS last_period
  FROM years
), days /* every day that has begun in each year */ AS (
  SELECT
    years.year,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          CAST((
            SELECT
              first_period
            FROM extent_2
          ) - INTERVAL '1' DAY AS DATE),
          CAST((
            SELECT
              last_period
            FROM extent_2
          ) + INTERVAL '1' DAY AS DATE),
          INTERVAL '1' DAY
        )
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN years
    ON series.atom >= years.starts AND series.atom < years.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    items_by_day.starting_day AS seen
  FROM items_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.year,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), items_scan /* count_items */ AS (
  SELECT
    days_seen.year AS year,
    days_seen.day AS day,
    SUM(items_by_day.count_items) AS count_items
  FROM items_by_day
  INNER JOIN days_seen
    ON items_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.year,
    stacked.day,
    MAX(stacked.count_items) AS count_items
  FROM (
    SELECT
      items_scan.year AS year,
      items_scan.day AS day,
      items_scan.count_items AS count_items
    FROM items_scan
    UNION ALL
    SELECT
      days.year AS year,
      days.day AS day,
      NULL AS count_items
    FROM days
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day /* count_per_day, sum_per_day */ AS (
  SELECT
    rows_per_key.year AS year,
    COUNT(COALESCE(rows_per_key.count_items, 0)) AS count_per_day,
    SUM(COALESCE(rows_per_key.count_items, 0)) AS sum_per_day
  FROM rows_per_key
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.year,
    MAX(stacked.count_per_day) AS count_per_day,
    MAX(stacked.sum_per_day) AS sum_per_day,
    MAX(stacked.count_visits) AS count_visits
  FROM (
    SELECT
      visits_scan.year AS year,
      NULL AS count_per_day,
      NULL AS sum_per_day,
      visits_scan.count_visits AS count_visits
    FROM visits_scan
    UNION ALL
    SELECT
      items_groups_scan.year AS year,
      NULL AS count_per_day,
      NULL AS sum_per_day,
      NULL AS count_visits
    FROM items_groups_scan
    UNION ALL
    SELECT
      values_per_day.year AS year,
      values_per_day.count_per_day AS count_per_day,
      values_per_day.sum_per_day AS sum_per_day,
      NULL AS count_visits
    FROM values_per_day
    UNION ALL
    SELECT
      years.year AS year,
      NULL AS count_per_day,
      NULL AS sum_per_day,
      NULL AS count_visits
    FROM years
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.year AS year,
  COALESCE(answer.count_per_day, 0) AS days,
  COALESCE(answer.sum_per_day, 0) AS n,
  COALESCE(answer.count_visits, 0) AS visits
FROM answer
ORDER BY
  answer.year NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('year', visits.came_on) AS DATE) AS year,
--   +    CAST(DATE_TRUNC('year', CAST(visits.came_on AS TIMESTAMP)) AS DATE) AS year,
--   -    CAST(DATE_TRUNC('year', items.made_on) AS DATE) AS year
--   +    CAST(DATE_TRUNC('year', CAST(items.made_on AS TIMESTAMP)) AS DATE) AS year
--   -      CAST(DATE_TRUNC('year', MIN(items.made_on)) AS DATE) AS first_period,
--   -      CAST(DATE_TRUNC('year', MAX(items.made_on)) AS DATE) AS last_period
--   +      CAST(DATE_TRUNC('year', CAST(MIN(items.made_on) AS TIMESTAMP)) AS DATE) AS first_period,
--   +      CAST(DATE_TRUNC('year', CAST(MAX(items.made_on) AS TIMESTAMP)) AS DATE) AS last_period
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
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   -            SELECT
--   -              first_period
--   -            FROM extent_2
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   -            SELECT
--   -              last_period
--   -            FROM extent_2
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   -        )
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ) - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent_2
--   +      ) + INTERVAL '1 DAY' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL) AS count_items
--   -      NULL AS count_per_day,
--   -      NULL AS sum_per_day,
--   +      CAST(NULL AS DECIMAL) AS count_per_day,
--   +      CAST(NULL AS DECIMAL) AS sum_per_day,
--   -      NULL AS count_per_day,
--   -      NULL AS sum_per_day,
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL) AS count_per_day,
--   +      CAST(NULL AS DECIMAL) AS sum_per_day,
--   +      CAST(NULL AS DECIMAL) AS count_visits
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL) AS count_visits
--   -      NULL AS count_per_day,
--   -      NULL AS sum_per_day,
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL) AS count_per_day,
--   +      CAST(NULL AS DECIMAL) AS sum_per_day,
--   +      CAST(NULL AS DECIMAL) AS count_visits
--   -  answer.year NULLS LAST
--   +  answer.year ASC
-- snowflake:
--   -WITH visits_scan /* count_visits */ AS (
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
--   +), visits_scan /* count_visits */ AS (
--   -    CAST(series.year + INTERVAL '12' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 12, series.year) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n * 12, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS year
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                  AND d2.d * 100 <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  ) AS DOUBLE) / 12.0 AS BIGINT)
--   +                )
--   +                AND d3.d * 1000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +              AND d4.d * 10000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +            AND d5.d * 100000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +          AND d6.d * 1000000 <= CAST(CAST(CAST(DATE_PART(YEAR, (
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
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(CAST(CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   -          ),
--   -          INTERVAL '1' YEAR
--   -        )
--   -      ) AS DATE) AS year
--   +          )) AS BIGINT)
--   +        ) AS DOUBLE) / 12.0 AS BIGINT)
--   +    ) AS numbers
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST((
--   +      DATEADD(DAY, numbers.n, DATEADD(DAY, -1, (
--   +        SELECT
--   +          first_period
--   +        FROM extent_2
--   +      ))) AS atom
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +          (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                  AND d2.d * 100 <= DATEDIFF(
--   +                    DAY,
--   +                    DATEADD(DAY, -1, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent_2
--   +                    )),
--   +                    DATEADD(DAY, 1, (
--   +                      SELECT
--   +                        last_period
--   +                      FROM extent_2
--   +                    ))
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= DATEDIFF(
--   +                  DAY,
--   +                  DATEADD(DAY, -1, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent_2
--   +                  )),
--   +                  DATEADD(DAY, 1, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent_2
--   +                  ))
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= DATEDIFF(
--   +                DAY,
--   +                DATEADD(DAY, -1, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent_2
--   +                )),
--   +                DATEADD(DAY, 1, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent_2
--   +                ))
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= DATEDIFF(
--   +              DAY,
--   +              DATEADD(DAY, -1, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent_2
--   +              )),
--   +              DATEADD(DAY, 1, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent_2
--   +              ))
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= DATEDIFF(
--   +            DAY,
--   +            DATEADD(DAY, -1, (
--   +              SELECT
--   +                first_period
--   +              FROM extent_2
--   +            )),
--   +            DATEADD(DAY, 1, (
--   +              SELECT
--   +                last_period
--   +              FROM extent_2
--   +            ))
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= DATEDIFF(
--   +          DAY,
--   +          DATEADD(DAY, -1, (
--   -          ) - INTERVAL '1' DAY AS DATE),
--   -          CAST((
--   +          )),
--   +          DATEADD(DAY, 1, (
--   -          ) + INTERVAL '1' DAY AS DATE),
--   -          INTERVAL '1' DAY
--   +          ))
--   -      ) AS DATE) AS atom
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items
--   -      NULL AS count_per_day,
--   -      NULL AS sum_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_day,
--   -      NULL AS count_per_day,
--   -      NULL AS sum_per_day,
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_visits
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_visits
--   -      NULL AS count_per_day,
--   -      NULL AS sum_per_day,
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_visits

-- the days before a day begin with the first row
--   count(count(items) per day) as days, avg(count(items) per day) as mean for before 2025-01-11
WITH items_by_day /* count_items of each day */ AS (
  SELECT
    items.made_on AS starting_day,
    COUNT(*) AS count_items
  FROM items
  WHERE
    items.made_on < CAST('2025-01-11' AS DATE)
  GROUP BY
    1
), extent /* the first and last day with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(items.made_on) AS first_period,
      MAX(items.made_on) AS last_period
    FROM items
    WHERE
      items.made_on < CAST('2025-01-11' AS DATE)
  ) AS extents
), days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          (
            SELECT
              first_period
            FROM extent
          ),
          CAST('2025-01-12' AS DATE),
          INTERVAL '1' DAY
        )
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom < CAST('2025-01-11' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    items_by_day.starting_day AS seen
  FROM items_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), items_scan /* count_items */ AS (
  SELECT
    days_seen.day AS day,
    SUM(items_by_day.count_items) AS count_items
  FROM items_by_day
  INNER JOIN days_seen
    ON items_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_items) AS count_items
  FROM (
    SELECT
      items_scan.day AS day,
      items_scan.count_items AS count_items
    FROM items_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_items
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  COUNT(COALESCE(rows_per_key.count_items, 0)) AS days,
  AVG(COALESCE(rows_per_key.count_items, 0)) AS mean
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          ),
--   -          CAST('2025-01-12' AS DATE),
--   -          INTERVAL '1' DAY
--   -        )
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      CAST(CAST('2025-01-12' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL) AS count_items
--   -  AVG(COALESCE(rows_per_key.count_items, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.count_items, 0) AS DOUBLE PRECISION)) AS mean
-- snowflake:
--   -WITH items_by_day /* count_items of each day */ AS (
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
--   +), items_by_day /* count_items of each day */ AS (
--   -    items.made_on < CAST('2025-01-11' AS DATE)
--   +    items.made_on < TO_DATE('2025-01-11', 'YYYY-MM-DD')
--   -      items.made_on < CAST('2025-01-11' AS DATE)
--   +      items.made_on < TO_DATE('2025-01-11', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(DAY, numbers.n, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS atom
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +          (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= DATEDIFF(
--   +                    DAY,
--   +                    (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    ),
--   +                    TO_DATE('2025-01-12', 'YYYY-MM-DD')
--   +                  )
--   +                  AND d2.d * 100 <= DATEDIFF(
--   +                    DAY,
--   +                    (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    ),
--   +                    TO_DATE('2025-01-12', 'YYYY-MM-DD')
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= DATEDIFF(
--   +                  DAY,
--   +                  (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  ),
--   +                  TO_DATE('2025-01-12', 'YYYY-MM-DD')
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= DATEDIFF(
--   +                DAY,
--   +                (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                ),
--   +                TO_DATE('2025-01-12', 'YYYY-MM-DD')
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= DATEDIFF(
--   +              DAY,
--   +              (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              ),
--   +              TO_DATE('2025-01-12', 'YYYY-MM-DD')
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= DATEDIFF(
--   +            DAY,
--   +            (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            ),
--   +            TO_DATE('2025-01-12', 'YYYY-MM-DD')
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= DATEDIFF(
--   +          DAY,
--   -          CAST('2025-01-12' AS DATE),
--   -          INTERVAL '1' DAY
--   +          TO_DATE('2025-01-12', 'YYYY-MM-DD')
--   -      ) AS DATE) AS atom
--   +    ) AS numbers
--   -    series.atom < CAST('2025-01-11' AS DATE)
--   +    series.atom < TO_DATE('2025-01-11', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items
--   -  AVG(COALESCE(rows_per_key.count_items, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.count_items, 0) AS DOUBLE)) AS mean

-- a value per row that is moved counts in all periods that the question has
--   prior(count(count(visits) per visits.id), 1 month) as before, count(items) as n by month
WITH items_scan /* count_items */ AS (
  SELECT
    CAST(DATE_TRUNC('month', items.made_on) AS DATE) AS month,
    COUNT(*) AS count_items
  FROM items
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      CAST(DATE_TRUNC('month', MIN(visits.came_on)) AS DATE) AS first_period,
      CAST(DATE_TRUNC('month', MAX(visits.came_on)) AS DATE) AS last_period
    FROM visits
    UNION ALL
    SELECT
      MIN(items_scan.month) AS first_period,
      MAX(items_scan.month) AS last_period
    FROM items_scan
  ) AS extents
), visits_prior_scan /* prior_count_visits */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(visits.came_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
    visits.id AS id,
    COUNT(*) AS prior_count_visits
  FROM visits
  WHERE
    (
      CAST(visits.came_on + INTERVAL '1' MONTH AS DATE) IS NULL
      OR (
        CAST(DATE_TRUNC('month', CAST(visits.came_on + INTERVAL '1' MONTH AS DATE)) AS DATE) >= (
          SELECT
            first_period
          FROM extent
        )
        AND CAST(DATE_TRUNC('month', CAST(visits.came_on + INTERVAL '1' MONTH AS DATE)) AS DATE) <= (
          SELECT
            last_period
          FROM extent
        )
      )
    )
  GROUP BY
    1,
    2
), values_per_id /* prior_count_per_id */ AS (
  SELECT
    visits_prior_scan.month AS month,
    COUNT(COALESCE(visits_prior_scan.prior_count_visits, 0)) AS prior_count_per_id
  FROM visits_prior_scan
  WHERE
    NOT visits_prior_scan.id IS NULL
  GROUP BY
    1
), visits_groups_scan /* which groups have rows */ AS (
  SELECT
    CAST(DATE_TRUNC('month', visits.came_on) AS DATE) AS month
  FROM visits
  WHERE
    visits.came_on IS NULL
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
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.prior_count_per_id) AS prior_count_per_id,
    MAX(stacked.count_items) AS count_items
  FROM (
    SELECT
      items_scan.month AS month,
      NULL AS prior_count_per_id,
      items_scan.count_items AS count_items
    FROM items_scan
    UNION ALL
    SELECT
      values_per_id.month AS month,
      values_per_id.prior_count_per_id AS prior_count_per_id,
      NULL AS count_items
    FROM values_per_id
    UNION ALL
    SELECT
      visits_groups_scan.month AS month,
      NULL AS prior_count_per_id,
      NULL AS count_items
    FROM visits_groups_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS prior_count_per_id,
      NULL AS count_items
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.prior_count_per_id, 0) AS before,
  COALESCE(answer.count_items, 0) AS n
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', items.made_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(items.made_on AS TIMESTAMP)) AS DATE) AS month,
--   -      CAST(DATE_TRUNC('month', MIN(visits.came_on)) AS DATE) AS first_period,
--   -      CAST(DATE_TRUNC('month', MAX(visits.came_on)) AS DATE) AS last_period
--   +      CAST(DATE_TRUNC('month', CAST(MIN(visits.came_on) AS TIMESTAMP)) AS DATE) AS first_period,
--   +      CAST(DATE_TRUNC('month', CAST(MAX(visits.came_on) AS TIMESTAMP)) AS DATE) AS last_period
--   -    CAST(DATE_TRUNC('month', CAST(visits.came_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(visits.came_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -      CAST(visits.came_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   +      CAST(visits.came_on + INTERVAL '1 MONTH' AS DATE) IS NULL
--   -        CAST(DATE_TRUNC('month', CAST(visits.came_on + INTERVAL '1' MONTH AS DATE)) AS DATE) >= (
--   +        CAST(DATE_TRUNC('month', CAST(CAST(visits.came_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) >= (
--   -        AND CAST(DATE_TRUNC('month', CAST(visits.came_on + INTERVAL '1' MONTH AS DATE)) AS DATE) <= (
--   +        AND CAST(DATE_TRUNC('month', CAST(CAST(visits.came_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) <= (
--   -    CAST(DATE_TRUNC('month', visits.came_on) AS DATE) AS month
--   +    CAST(DATE_TRUNC('month', CAST(visits.came_on AS TIMESTAMP)) AS DATE) AS month
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
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
--   -          INTERVAL '1' MONTH
--   -        )
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
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
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS prior_count_per_id,
--   +      CAST(NULL AS DECIMAL) AS prior_count_per_id,
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL) AS count_items
--   -      NULL AS prior_count_per_id,
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL) AS prior_count_per_id,
--   +      CAST(NULL AS DECIMAL) AS count_items
--   -      NULL AS prior_count_per_id,
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL) AS prior_count_per_id,
--   +      CAST(NULL AS DECIMAL) AS count_items
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH items_scan /* count_items */ AS (
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
--   +), items_scan /* count_items */ AS (
--   -    CAST(DATE_TRUNC('month', CAST(visits.came_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, visits.came_on)) AS DATE) AS month,
--   -      CAST(visits.came_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   +      DATEADD(MONTH, 1, visits.came_on) IS NULL
--   -        CAST(DATE_TRUNC('month', CAST(visits.came_on + INTERVAL '1' MONTH AS DATE)) AS DATE) >= (
--   +        CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, visits.came_on)) AS DATE) >= (
--   -        AND CAST(DATE_TRUNC('month', CAST(visits.came_on + INTERVAL '1' MONTH AS DATE)) AS DATE) <= (
--   +        AND CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, visits.came_on)) AS DATE) <= (
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS month
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                  AND d2.d * 100 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= CAST(DATE_PART(YEAR, (
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
--   +              AND d4.d * 10000 <= CAST(DATE_PART(YEAR, (
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
--   +            AND d5.d * 100000 <= CAST(DATE_PART(YEAR, (
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
--   +          AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, (
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
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   -              last_period
--   +              first_period
--   -          ),
--   -          INTERVAL '1' MONTH
--   +          )) AS BIGINT)
--   -      ) AS DATE) AS month
--   +    ) AS numbers
--   -      NULL AS prior_count_per_id,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_per_id,
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items
--   -      NULL AS prior_count_per_id,
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_per_id,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items
--   -      NULL AS prior_count_per_id,
--   -      NULL AS count_items
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_per_id,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_items
