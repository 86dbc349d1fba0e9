-- the gap to the call before of the same customer
--   avg(calls.gap) as gap, count(calls.gap) as gaps, count(calls) as calls by calls.customer
SELECT
  calls.customer AS customer,
  AVG(DATE_DIFF('DAY', calls.previous_1, calls.called_on)) AS gap,
  COUNT(DATE_DIFF('DAY', calls.previous_1, calls.called_on)) AS gaps,
  COUNT(*) AS calls
FROM (
  SELECT
    calls.*,
    CASE
      WHEN NOT calls.called_on IS NULL AND NOT calls.customer IS NULL
      THEN LAG(calls.called_on) OVER (
        PARTITION BY calls.customer, CASE WHEN NOT calls.called_on IS NULL THEN 1 ELSE 0 END
        ORDER BY calls.called_on NULLS LAST, calls.id NULLS LAST
      )
    END AS previous_1
  FROM calls
) AS calls
GROUP BY
  1
ORDER BY
  calls.customer NULLS LAST;
-- postgres:
--   -  AVG(DATE_DIFF('DAY', calls.previous_1, calls.called_on)) AS gap,
--   -  COUNT(DATE_DIFF('DAY', calls.previous_1, calls.called_on)) AS gaps,
--   +  AVG(CAST((
--   +    calls.called_on - calls.previous_1
--   +  ) AS DOUBLE PRECISION)) AS gap,
--   +  COUNT((
--   +    calls.called_on - calls.previous_1
--   +  )) AS gaps,
--   -        ORDER BY calls.called_on NULLS LAST, calls.id NULLS LAST
--   +        ORDER BY calls.called_on, calls.id
--   -  calls.customer NULLS LAST
--   +  calls.customer COLLATE "C" ASC
-- snowflake:
--   -  AVG(DATE_DIFF('DAY', calls.previous_1, calls.called_on)) AS gap,
--   -  COUNT(DATE_DIFF('DAY', calls.previous_1, calls.called_on)) AS gaps,
--   +  AVG(CAST(DATEDIFF(DAY, calls.previous_1, calls.called_on) AS DOUBLE)) AS gap,
--   +  COUNT(DATEDIFF(DAY, calls.previous_1, calls.called_on)) AS gaps,

-- a filter does not change which row is the one before
--   sum(calls.gap) as gap where calls.called_on >= date '2025-02-01' and calls.customer = 'ann'
SELECT
  COALESCE(SUM(DATE_DIFF('DAY', calls.previous_1, calls.called_on)), 0) AS gap
FROM (
  SELECT
    calls.*,
    CASE
      WHEN NOT calls.called_on IS NULL AND NOT calls.customer IS NULL
      THEN LAG(calls.called_on) OVER (
        PARTITION BY calls.customer, CASE WHEN NOT calls.called_on IS NULL THEN 1 ELSE 0 END
        ORDER BY calls.called_on NULLS LAST, calls.id NULLS LAST
      )
    END AS previous_1
  FROM calls
) AS calls
WHERE
  calls.called_on >= CAST('2025-02-01' AS DATE) AND calls.customer = 'ann';
-- postgres:
--   -  COALESCE(SUM(DATE_DIFF('DAY', calls.previous_1, calls.called_on)), 0) AS gap
--   +  COALESCE(SUM((
--   +    calls.called_on - calls.previous_1
--   +  )), 0) AS gap
--   -        ORDER BY calls.called_on NULLS LAST, calls.id NULLS LAST
--   +        ORDER BY calls.called_on, calls.id
-- snowflake:
--   -  COALESCE(SUM(DATE_DIFF('DAY', calls.previous_1, calls.called_on)), 0) AS gap
--   +  COALESCE(SUM(DATEDIFF(DAY, calls.previous_1, calls.called_on)), 0) AS gap
--   -  calls.called_on >= CAST('2025-02-01' AS DATE) AND calls.customer = 'ann'
--   +  calls.called_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD') AND calls.customer = 'ann'

-- next, and previous inside an aggregate
--   sum(next(calls.length per customer) - length) as forward, sum(length - previous(calls.length per customer)) as backward by month
WITH calls_scan /* sum_calls, sum_calls_2 */ AS (
  SELECT
    CAST(DATE_TRUNC('month', calls.called_on) AS DATE) AS month,
    SUM(calls.next_1 - calls.length) AS sum_calls,
    SUM(calls.length - calls.previous_2) AS sum_calls_2
  FROM (
    SELECT
      calls.*,
      CASE
        WHEN NOT calls.called_on IS NULL AND NOT calls.customer IS NULL
        THEN LEAD(calls.length) OVER (
          PARTITION BY calls.customer, CASE WHEN NOT calls.called_on IS NULL THEN 1 ELSE 0 END
          ORDER BY calls.called_on NULLS LAST, calls.id NULLS LAST
        )
      END AS next_1,
      CASE
        WHEN NOT calls.called_on IS NULL AND NOT calls.customer IS NULL
        THEN LAG(calls.length) OVER (
          PARTITION BY calls.customer, CASE WHEN NOT calls.called_on IS NULL THEN 1 ELSE 0 END
          ORDER BY calls.called_on NULLS LAST, calls.id NULLS LAST
        )
      END AS previous_2
    FROM calls
  ) AS calls
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(calls_scan.month) AS first_period,
      MAX(calls_scan.month) AS last_period
    FROM calls_scan
  ) AS extents
), months /* every month */ AS (
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
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_calls) AS sum_calls,
    MAX(stacked.sum_calls_2) AS sum_calls_2
  FROM (
    SELECT
      calls_scan.month AS month,
      calls_scan.sum_calls AS sum_calls,
      calls_scan.sum_calls_2 AS sum_calls_2
    FROM calls_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_calls,
      NULL AS sum_calls_2
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_calls, 0) AS forward,
  COALESCE(answer.sum_calls_2, 0) AS backward
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', calls.called_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(calls.called_on AS TIMESTAMP)) AS DATE) AS month,
--   -          ORDER BY calls.called_on NULLS LAST, calls.id NULLS LAST
--   +          ORDER BY calls.called_on, calls.id
--   -          ORDER BY calls.called_on NULLS LAST, calls.id NULLS LAST
--   +          ORDER BY calls.called_on, calls.id
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
--   -      NULL AS sum_calls,
--   -      NULL AS sum_calls_2
--   +      CAST(NULL AS DECIMAL) AS sum_calls,
--   +      CAST(NULL AS DECIMAL) AS sum_calls_2
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH calls_scan /* sum_calls, sum_calls_2 */ AS (
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
--   +), calls_scan /* sum_calls, sum_calls_2 */ AS (
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
--   -      NULL AS sum_calls,
--   -      NULL AS sum_calls_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_calls,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_calls_2
