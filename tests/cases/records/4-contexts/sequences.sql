-- within 30 days, both ends included
--   count(leads followed by orders via customer within 30 days) as n, share(leads followed by orders via customer within 30 days) as rate
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT orders_following.reached IS NULL) AS n,
  AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS rate
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at;
-- postgres:
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at <= earlier."at" + INTERVAL '30 DAY'
--   -  AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS rate
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN NOT orders_following.reached IS NULL
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        NOT orders_following.reached IS NULL
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE PRECISION)
--   +  ) AS rate
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 30, earlier."AT")
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following.reached IS NULL) AS n,
--   -  AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS rate
--   +  COUNT(CASE WHEN NOT orders_following.reached IS NULL THEN 1 END) AS n,
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN NOT orders_following.reached IS NULL
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        NOT orders_following.reached IS NULL
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE)
--   +  ) AS rate
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at

-- at the leads' time
--   count(leads followed by orders via customer within 30 days) as n, share(leads followed by orders via customer within 30 days) as rate by month
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
  GROUP BY
    1,
    2
), leads_scan /* count_leads, share_leads */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(leads.created_at AS DATE)) AS DATE) AS month,
    COUNT(*) FILTER(WHERE
      NOT orders_following.reached IS NULL) AS count_leads,
    AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS share_leads
  FROM leads
  LEFT JOIN leads_followed_by_orders AS orders_following
    ON orders_following.key = leads.customer
    AND orders_following."at" = leads.created_at
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(leads_scan.month) AS first_period,
      MAX(leads_scan.month) AS last_period
    FROM leads_scan
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
    MAX(stacked.count_leads) AS count_leads,
    MAX(stacked.share_leads) AS share_leads
  FROM (
    SELECT
      leads_scan.month AS month,
      leads_scan.count_leads AS count_leads,
      leads_scan.share_leads AS share_leads
    FROM leads_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_leads,
      NULL AS share_leads
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_leads, 0) AS n,
  answer.share_leads AS rate
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at <= earlier."at" + INTERVAL '30 DAY'
--   -    CAST(DATE_TRUNC('month', CAST(leads.created_at AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(leads.created_at AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS share_leads
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN NOT orders_following.reached IS NULL
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          NOT orders_following.reached IS NULL
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE PRECISION)
--   +    ) AS share_leads
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
--   -      NULL AS count_leads,
--   -      NULL AS share_leads
--   +      CAST(NULL AS DECIMAL) AS count_leads,
--   +      CAST(NULL AS DECIMAL) AS share_leads
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
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
--   +), leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 30, earlier."AT")
--   -    COUNT(*) FILTER(WHERE
--   -      NOT orders_following.reached IS NULL) AS count_leads,
--   -    AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS share_leads
--   +    COUNT(CASE WHEN NOT orders_following.reached IS NULL THEN 1 END) AS count_leads,
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN NOT orders_following.reached IS NULL
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          NOT orders_following.reached IS NULL
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE)
--   +    ) AS share_leads
--   -    AND orders_following."at" = leads.created_at
--   +    AND orders_following."AT" = leads.created_at
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
--   -      NULL AS count_leads,
--   -      NULL AS share_leads
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_leads,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_leads

-- by a field of the leads
--   share(leads followed by orders via customer within 30 days) as rate by leads.source
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
  GROUP BY
    1,
    2
)
SELECT
  leads.source AS source,
  AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS rate
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at
GROUP BY
  1
ORDER BY
  leads.source NULLS LAST;
-- postgres:
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at <= earlier."at" + INTERVAL '30 DAY'
--   -  AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS rate
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN NOT orders_following.reached IS NULL
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        NOT orders_following.reached IS NULL
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE PRECISION)
--   +  ) AS rate
--   -  leads.source NULLS LAST
--   +  leads.source COLLATE "C" ASC
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 30, earlier."AT")
--   -  AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS rate
--   +  AVG(
--   +    CAST(CASE
--   +      WHEN NOT orders_following.reached IS NULL
--   +      THEN 1.0
--   +      WHEN NOT (
--   +        NOT orders_following.reached IS NULL
--   +      )
--   +      THEN 0.0
--   +    END AS DOUBLE)
--   +  ) AS rate
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at

-- without a window there is no limit
--   count(leads followed by orders via customer) as n
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT orders_following.reached IS NULL) AS n
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at;
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
--   +    ON later.next_key = earlier.key AND later.next_at >= earlier."AT"
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following.reached IS NULL) AS n
--   +  COUNT(CASE WHEN NOT orders_following.reached IS NULL THEN 1 END) AS n
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at

-- each lead counts once, however many orders follow
--   count(leads followed by orders via customer within 60 days) as n
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '60' DAY
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT orders_following.reached IS NULL) AS n
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at;
-- postgres:
--   -    AND later.next_at <= earlier."at" + INTERVAL '60' DAY
--   +    AND later.next_at <= earlier."at" + INTERVAL '60 DAY'
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '60' DAY
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 60, earlier."AT")
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following.reached IS NULL) AS n
--   +  COUNT(CASE WHEN NOT orders_following.reached IS NULL THEN 1 END) AS n
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at

-- not followed by, a null key is never followed
--   count(leads not followed by orders via customer within 30 days) as n, count(leads where source = 'web' not followed by orders via customer) as web
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
  GROUP BY
    1,
    2
), leads_followed_by_orders_2 /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    orders_following.reached IS NULL) AS n,
  COUNT(*) FILTER(WHERE
    leads.source = 'web' AND orders_following_2.reached IS NULL) AS web
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at
LEFT JOIN leads_followed_by_orders_2 AS orders_following_2
  ON orders_following_2.key = leads.customer
  AND orders_following_2."at" = leads.created_at;
-- postgres:
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at <= earlier."at" + INTERVAL '30 DAY'
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 30, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
--   +    ON later.next_key = earlier.key AND later.next_at >= earlier."AT"
--   -  COUNT(*) FILTER(WHERE
--   -    orders_following.reached IS NULL) AS n,
--   -  COUNT(*) FILTER(WHERE
--   -    leads.source = 'web' AND orders_following_2.reached IS NULL) AS web
--   +  COUNT(CASE WHEN orders_following.reached IS NULL THEN 1 END) AS n,
--   +  COUNT(CASE WHEN leads.source = 'web' AND orders_following_2.reached IS NULL THEN 1 END) AS web
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at
--   -  AND orders_following_2."at" = leads.created_at
--   +  AND orders_following_2."AT" = leads.created_at

-- conditions on both sides
--   count(leads where source = 'web' followed by orders where amount >= 20 via customer within 60 days) as n
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
    WHERE
      orders.amount >= 20
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '60' DAY
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    leads.source = 'web' AND NOT orders_following.reached IS NULL) AS n
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at;
-- postgres:
--   -    AND later.next_at <= earlier."at" + INTERVAL '60' DAY
--   +    AND later.next_at <= earlier."at" + INTERVAL '60 DAY'
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '60' DAY
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 60, earlier."AT")
--   -  COUNT(*) FILTER(WHERE
--   -    leads.source = 'web' AND NOT orders_following.reached IS NULL) AS n
--   +  COUNT(
--   +    CASE WHEN leads.source = 'web' AND NOT orders_following.reached IS NULL THEN 1 END
--   +  ) AS n
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at

-- a window that begins later, both ends included
--   count(leads followed by orders via customer within 30 to 60 days) as a,
--   count(leads followed by orders via customer within 1 to 29 days) as b,
--   count(leads followed by orders via customer within 47 to 47 days) as c
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at" + INTERVAL '30' DAY
    AND later.next_at <= earlier."at" + INTERVAL '60' DAY
  GROUP BY
    1,
    2
), leads_followed_by_orders_2 /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at" + INTERVAL '1' DAY
    AND later.next_at <= earlier."at" + INTERVAL '29' DAY
  GROUP BY
    1,
    2
), leads_followed_by_orders_3 /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at" + INTERVAL '47' DAY
    AND later.next_at <= earlier."at" + INTERVAL '47' DAY
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT orders_following.reached IS NULL) AS a,
  COUNT(*) FILTER(WHERE
    NOT orders_following_2.reached IS NULL) AS b,
  COUNT(*) FILTER(WHERE
    NOT orders_following_3.reached IS NULL) AS c
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at
LEFT JOIN leads_followed_by_orders_2 AS orders_following_2
  ON orders_following_2.key = leads.customer
  AND orders_following_2."at" = leads.created_at
LEFT JOIN leads_followed_by_orders_3 AS orders_following_3
  ON orders_following_3.key = leads.customer
  AND orders_following_3."at" = leads.created_at;
-- postgres:
--   -    AND later.next_at >= earlier."at" + INTERVAL '30' DAY
--   -    AND later.next_at <= earlier."at" + INTERVAL '60' DAY
--   +    AND later.next_at >= earlier."at" + INTERVAL '30 DAY'
--   +    AND later.next_at <= earlier."at" + INTERVAL '60 DAY'
--   -    AND later.next_at >= earlier."at" + INTERVAL '1' DAY
--   -    AND later.next_at <= earlier."at" + INTERVAL '29' DAY
--   +    AND later.next_at >= earlier."at" + INTERVAL '1 DAY'
--   +    AND later.next_at <= earlier."at" + INTERVAL '29 DAY'
--   -    AND later.next_at >= earlier."at" + INTERVAL '47' DAY
--   -    AND later.next_at <= earlier."at" + INTERVAL '47' DAY
--   +    AND later.next_at >= earlier."at" + INTERVAL '47 DAY'
--   +    AND later.next_at <= earlier."at" + INTERVAL '47 DAY'
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at" + INTERVAL '30' DAY
--   -    AND later.next_at <= earlier."at" + INTERVAL '60' DAY
--   +    AND later.next_at >= DATEADD(DAY, 30, earlier."AT")
--   +    AND later.next_at <= DATEADD(DAY, 60, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at" + INTERVAL '1' DAY
--   -    AND later.next_at <= earlier."at" + INTERVAL '29' DAY
--   +    AND later.next_at >= DATEADD(DAY, 1, earlier."AT")
--   +    AND later.next_at <= DATEADD(DAY, 29, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at" + INTERVAL '47' DAY
--   -    AND later.next_at <= earlier."at" + INTERVAL '47' DAY
--   +    AND later.next_at >= DATEADD(DAY, 47, earlier."AT")
--   +    AND later.next_at <= DATEADD(DAY, 47, earlier."AT")
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following.reached IS NULL) AS a,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following_2.reached IS NULL) AS b,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following_3.reached IS NULL) AS c
--   +  COUNT(CASE WHEN NOT orders_following.reached IS NULL THEN 1 END) AS a,
--   +  COUNT(CASE WHEN NOT orders_following_2.reached IS NULL THEN 1 END) AS b,
--   +  COUNT(CASE WHEN NOT orders_following_3.reached IS NULL THEN 1 END) AS c
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at
--   -  AND orders_following_2."at" = leads.created_at
--   +  AND orders_following_2."AT" = leads.created_at
--   -  AND orders_following_3."at" = leads.created_at
--   +  AND orders_following_3."AT" = leads.created_at

-- a window of hours, and of a calendar month
--   count(leads followed by orders via customer within 756 hours) as h,
--   count(leads followed by orders via customer within 755 hours) as h_less,
--   count(leads followed by orders via customer within 1 month) as m
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '756' HOUR
  GROUP BY
    1,
    2
), leads_followed_by_orders_2 /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '755' HOUR
  GROUP BY
    1,
    2
), leads_followed_by_orders_3 /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '1' MONTH
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT orders_following.reached IS NULL) AS h,
  COUNT(*) FILTER(WHERE
    NOT orders_following_2.reached IS NULL) AS h_less,
  COUNT(*) FILTER(WHERE
    NOT orders_following_3.reached IS NULL) AS m
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at
LEFT JOIN leads_followed_by_orders_2 AS orders_following_2
  ON orders_following_2.key = leads.customer
  AND orders_following_2."at" = leads.created_at
LEFT JOIN leads_followed_by_orders_3 AS orders_following_3
  ON orders_following_3.key = leads.customer
  AND orders_following_3."at" = leads.created_at;
-- postgres:
--   -    AND later.next_at <= earlier."at" + INTERVAL '756' HOUR
--   +    AND later.next_at <= earlier."at" + INTERVAL '756 HOUR'
--   -    AND later.next_at <= earlier."at" + INTERVAL '755' HOUR
--   +    AND later.next_at <= earlier."at" + INTERVAL '755 HOUR'
--   -    AND later.next_at <= earlier."at" + INTERVAL '1' MONTH
--   +    AND later.next_at <= earlier."at" + INTERVAL '1 MONTH'
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '756' HOUR
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(HOUR, 756, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '755' HOUR
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(HOUR, 755, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '1' MONTH
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(MONTH, 1, earlier."AT")
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following.reached IS NULL) AS h,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following_2.reached IS NULL) AS h_less,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following_3.reached IS NULL) AS m
--   +  COUNT(CASE WHEN NOT orders_following.reached IS NULL THEN 1 END) AS h,
--   +  COUNT(CASE WHEN NOT orders_following_2.reached IS NULL THEN 1 END) AS h_less,
--   +  COUNT(CASE WHEN NOT orders_following_3.reached IS NULL THEN 1 END) AS m
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at
--   -  AND orders_following_2."at" = leads.created_at
--   +  AND orders_following_2."AT" = leads.created_at
--   -  AND orders_following_3."at" = leads.created_at
--   +  AND orders_following_3."AT" = leads.created_at

-- the window may be a parameter
--   count(leads followed by orders via customer within $window) as n with window = 32 days
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '32' DAY
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT orders_following.reached IS NULL) AS n
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at;
-- postgres:
--   -    AND later.next_at <= earlier."at" + INTERVAL '32' DAY
--   +    AND later.next_at <= earlier."at" + INTERVAL '32 DAY'
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '32' DAY
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 32, earlier."AT")
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following.reached IS NULL) AS n
--   +  COUNT(CASE WHEN NOT orders_following.reached IS NULL THEN 1 END) AS n
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at

-- the time to the earliest order, in days
--   median(leads followed by orders via customer elapsed) as mid, avg(leads followed by orders via customer elapsed) as mean, max(leads followed by orders via customer within 30 days elapsed) as most
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
  GROUP BY
    1,
    2
), leads_followed_by_orders_2 /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
  GROUP BY
    1,
    2
)
SELECT
  QUANTILE_CONT(
    CAST((
      DATE_DIFF('MICROSECOND', leads.created_at, orders_following.reached) / 1000000.0
    ) / 86400.0 AS DOUBLE),
    0.5
  ) AS mid,
  AVG(
    (
      DATE_DIFF('MICROSECOND', leads.created_at, orders_following.reached) / 1000000.0
    ) / 86400.0
  ) AS mean,
  MAX(
    (
      DATE_DIFF('MICROSECOND', leads.created_at, orders_following_2.reached) / 1000000.0
    ) / 86400.0
  ) AS most
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at
LEFT JOIN leads_followed_by_orders_2 AS orders_following_2
  ON orders_following_2.key = leads.customer
  AND orders_following_2."at" = leads.created_at;
-- postgres:
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at <= earlier."at" + INTERVAL '30 DAY'
--   -  QUANTILE_CONT(
--   -    CAST((
--   -      DATE_DIFF('MICROSECOND', leads.created_at, orders_following.reached) / 1000000.0
--   -    ) / 86400.0 AS DOUBLE),
--   -    0.5
--   -  ) AS mid,
--   +  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +    CAST(CAST(EXTRACT(EPOCH FROM (
--   +      orders_following.reached - leads.created_at
--   +    )) AS DOUBLE PRECISION) / 86400.0 AS DOUBLE PRECISION)) AS mid,
--   -    (
--   -      DATE_DIFF('MICROSECOND', leads.created_at, orders_following.reached) / 1000000.0
--   -    ) / 86400.0
--   +    CAST(CAST(EXTRACT(EPOCH FROM (
--   +      orders_following.reached - leads.created_at
--   +    )) AS DOUBLE PRECISION) / 86400.0 AS DOUBLE PRECISION)
--   -    (
--   -      DATE_DIFF('MICROSECOND', leads.created_at, orders_following_2.reached) / 1000000.0
--   -    ) / 86400.0
--   +    CAST(EXTRACT(EPOCH FROM (
--   +      orders_following_2.reached - leads.created_at
--   +    )) AS DOUBLE PRECISION) / 86400.0
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
--   +    ON later.next_key = earlier.key AND later.next_at >= earlier."AT"
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 30, earlier."AT")
--   -  QUANTILE_CONT(
--   +  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   -      DATE_DIFF('MICROSECOND', leads.created_at, orders_following.reached) / 1000000.0
--   -    ) / 86400.0 AS DOUBLE),
--   -    0.5
--   -  ) AS mid,
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, leads.created_at, orders_following.reached) AS DOUBLE) / 1000000.0
--   +    ) / 86400.0 AS DOUBLE) NULLS LAST) AS mid,
--   -    (
--   -      DATE_DIFF('MICROSECOND', leads.created_at, orders_following.reached) / 1000000.0
--   -    ) / 86400.0
--   +    CAST((
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, leads.created_at, orders_following.reached) AS DOUBLE) / 1000000.0
--   +    ) / 86400.0 AS DOUBLE)
--   -      DATE_DIFF('MICROSECOND', leads.created_at, orders_following_2.reached) / 1000000.0
--   +      CAST(TIMESTAMPDIFF(MICROSECOND, leads.created_at, orders_following_2.reached) AS DOUBLE) / 1000000.0
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at
--   -  AND orders_following_2."at" = leads.created_at
--   +  AND orders_following_2."AT" = leads.created_at

-- a row never follows itself, but one of the same instant does
--   count(orders followed by orders via customer) as n, count(orders followed by orders via customer within 0 days) as at_once
WITH orders_followed_by_orders /* the first orders that follow, for each key and time of orders */ AS (
  SELECT
    earlier.key,
    earlier."at",
    earlier.row_key,
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      orders.customer AS key,
      orders.ordered_at AS "at",
      orders.order_id AS row_key
    FROM orders
    WHERE
      NOT orders.customer IS NULL AND NOT orders.ordered_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached,
      orders.order_id AS next_row_key
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_row_key <> earlier.row_key
  GROUP BY
    1,
    2,
    3
), orders_followed_by_orders_2 /* the first orders that follow, for each key and time of orders */ AS (
  SELECT
    earlier.key,
    earlier."at",
    earlier.row_key,
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      orders.customer AS key,
      orders.ordered_at AS "at",
      orders.order_id AS row_key
    FROM orders
    WHERE
      NOT orders.customer IS NULL AND NOT orders.ordered_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached,
      orders.order_id AS next_row_key
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '0' DAY
    AND later.next_row_key <> earlier.row_key
  GROUP BY
    1,
    2,
    3
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT orders_following.reached IS NULL) AS n,
  COUNT(*) FILTER(WHERE
    NOT orders_following_2.reached IS NULL) AS at_once
FROM orders
LEFT JOIN orders_followed_by_orders AS orders_following
  ON orders_following.key = orders.customer
  AND orders_following."at" = orders.ordered_at
  AND orders_following.row_key = orders.order_id
LEFT JOIN orders_followed_by_orders_2 AS orders_following_2
  ON orders_following_2.key = orders.customer
  AND orders_following_2."at" = orders.ordered_at
  AND orders_following_2.row_key = orders.order_id;
-- postgres:
--   -    AND later.next_at <= earlier."at" + INTERVAL '0' DAY
--   +    AND later.next_at <= earlier."at" + INTERVAL '0 DAY'
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      orders.ordered_at AS "at",
--   +      orders.ordered_at AS "AT",
--   -    AND later.next_at >= earlier."at"
--   +    AND later.next_at >= earlier."AT"
--   -    earlier."at",
--   +    earlier."AT",
--   -      orders.ordered_at AS "at",
--   +      orders.ordered_at AS "AT",
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '0' DAY
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 0, earlier."AT")
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following.reached IS NULL) AS n,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following_2.reached IS NULL) AS at_once
--   +  COUNT(CASE WHEN NOT orders_following.reached IS NULL THEN 1 END) AS n,
--   +  COUNT(CASE WHEN NOT orders_following_2.reached IS NULL THEN 1 END) AS at_once
--   -  AND orders_following."at" = orders.ordered_at
--   +  AND orders_following."AT" = orders.ordered_at
--   -  AND orders_following_2."at" = orders.ordered_at
--   +  AND orders_following_2."AT" = orders.ordered_at

-- via is left out where one side joins the other
--   count(accounts followed by logins within 7 days) as n,
--   count(accounts followed by logins within 8 days) as m, count(accounts followed by logins) as all_time
WITH accounts_followed_by_logins /* the first logins that follow, for each key and time of accounts */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      accounts.account_id AS key,
      accounts.opened_on AS "at"
    FROM accounts
    WHERE
      NOT accounts.account_id IS NULL AND NOT accounts.opened_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      logins.account_id AS next_key,
      logins.at_time AS next_at,
      logins.at_time AS reached
    FROM logins
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= CAST(earlier."at" AS TIMESTAMP)
    AND later.next_at <= CAST(CAST(earlier."at" + INTERVAL '7' DAY AS DATE) AS TIMESTAMP)
  GROUP BY
    1,
    2
), accounts_followed_by_logins_2 /* the first logins that follow, for each key and time of accounts */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      accounts.account_id AS key,
      accounts.opened_on AS "at"
    FROM accounts
    WHERE
      NOT accounts.account_id IS NULL AND NOT accounts.opened_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      logins.account_id AS next_key,
      logins.at_time AS next_at,
      logins.at_time AS reached
    FROM logins
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= CAST(earlier."at" AS TIMESTAMP)
    AND later.next_at <= CAST(CAST(earlier."at" + INTERVAL '8' DAY AS DATE) AS TIMESTAMP)
  GROUP BY
    1,
    2
), accounts_followed_by_logins_3 /* the first logins that follow, for each key and time of accounts */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      accounts.account_id AS key,
      accounts.opened_on AS "at"
    FROM accounts
    WHERE
      NOT accounts.account_id IS NULL AND NOT accounts.opened_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      logins.account_id AS next_key,
      logins.at_time AS next_at,
      logins.at_time AS reached
    FROM logins
  ) AS later
    ON later.next_key = earlier.key AND later.next_at >= CAST(earlier."at" AS TIMESTAMP)
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT logins_following.reached IS NULL) AS n,
  COUNT(*) FILTER(WHERE
    NOT logins_following_2.reached IS NULL) AS m,
  COUNT(*) FILTER(WHERE
    NOT logins_following_3.reached IS NULL) AS all_time
FROM accounts
LEFT JOIN accounts_followed_by_logins AS logins_following
  ON logins_following.key = accounts.account_id
  AND logins_following."at" = accounts.opened_on
LEFT JOIN accounts_followed_by_logins_2 AS logins_following_2
  ON logins_following_2.key = accounts.account_id
  AND logins_following_2."at" = accounts.opened_on
LEFT JOIN accounts_followed_by_logins_3 AS logins_following_3
  ON logins_following_3.key = accounts.account_id
  AND logins_following_3."at" = accounts.opened_on;
-- postgres:
--   -    AND later.next_at <= CAST(CAST(earlier."at" + INTERVAL '7' DAY AS DATE) AS TIMESTAMP)
--   +    AND later.next_at <= CAST(CAST(earlier."at" + INTERVAL '7 DAY' AS DATE) AS TIMESTAMP)
--   -    AND later.next_at <= CAST(CAST(earlier."at" + INTERVAL '8' DAY AS DATE) AS TIMESTAMP)
--   +    AND later.next_at <= CAST(CAST(earlier."at" + INTERVAL '8 DAY' AS DATE) AS TIMESTAMP)
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      accounts.opened_on AS "at"
--   +      accounts.opened_on AS "AT"
--   -    AND later.next_at >= CAST(earlier."at" AS TIMESTAMP)
--   -    AND later.next_at <= CAST(CAST(earlier."at" + INTERVAL '7' DAY AS DATE) AS TIMESTAMP)
--   +    AND later.next_at >= CAST(earlier."AT" AS TIMESTAMP_NTZ)
--   +    AND later.next_at <= CAST(DATEADD(DAY, 7, earlier."AT") AS TIMESTAMP_NTZ)
--   -    earlier."at",
--   +    earlier."AT",
--   -      accounts.opened_on AS "at"
--   +      accounts.opened_on AS "AT"
--   -    AND later.next_at >= CAST(earlier."at" AS TIMESTAMP)
--   -    AND later.next_at <= CAST(CAST(earlier."at" + INTERVAL '8' DAY AS DATE) AS TIMESTAMP)
--   +    AND later.next_at >= CAST(earlier."AT" AS TIMESTAMP_NTZ)
--   +    AND later.next_at <= CAST(DATEADD(DAY, 8, earlier."AT") AS TIMESTAMP_NTZ)
--   -    earlier."at",
--   +    earlier."AT",
--   -      accounts.opened_on AS "at"
--   +      accounts.opened_on AS "AT"
--   -    ON later.next_key = earlier.key AND later.next_at >= CAST(earlier."at" AS TIMESTAMP)
--   +    ON later.next_key = earlier.key
--   +    AND later.next_at >= CAST(earlier."AT" AS TIMESTAMP_NTZ)
--   -  COUNT(*) FILTER(WHERE
--   -    NOT logins_following.reached IS NULL) AS n,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT logins_following_2.reached IS NULL) AS m,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT logins_following_3.reached IS NULL) AS all_time
--   +  COUNT(CASE WHEN NOT logins_following.reached IS NULL THEN 1 END) AS n,
--   +  COUNT(CASE WHEN NOT logins_following_2.reached IS NULL THEN 1 END) AS m,
--   +  COUNT(CASE WHEN NOT logins_following_3.reached IS NULL THEN 1 END) AS all_time
--   -  AND logins_following."at" = accounts.opened_on
--   +  AND logins_following."AT" = accounts.opened_on
--   -  AND logins_following_2."at" = accounts.opened_on
--   +  AND logins_following_2."AT" = accounts.opened_on
--   -  AND logins_following_3."at" = accounts.opened_on
--   +  AND logins_following_3."AT" = accounts.opened_on

-- the question's filter holds for the leads
--   count(leads followed by orders via customer) as n where leads.source = 'fair'
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT orders_following.reached IS NULL) AS n
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at
WHERE
  leads.source = 'fair';
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
--   +    ON later.next_key = earlier.key AND later.next_at >= earlier."AT"
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following.reached IS NULL) AS n
--   +  COUNT(CASE WHEN NOT orders_following.reached IS NULL THEN 1 END) AS n
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at

-- the orders may be later than the range
--   count(leads followed by orders via customer) as n for 2025-01
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
  GROUP BY
    1,
    2
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT orders_following.reached IS NULL) AS n
FROM leads
LEFT JOIN leads_followed_by_orders AS orders_following
  ON orders_following.key = leads.customer
  AND orders_following."at" = leads.created_at
WHERE
  leads.created_at >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
  AND leads.created_at < CAST('2025-02-01 00:00:00' AS TIMESTAMP);
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    ON later.next_key = earlier.key AND later.next_at >= earlier."at"
--   +    ON later.next_key = earlier.key AND later.next_at >= earlier."AT"
--   -  COUNT(*) FILTER(WHERE
--   -    NOT orders_following.reached IS NULL) AS n
--   +  COUNT(CASE WHEN NOT orders_following.reached IS NULL THEN 1 END) AS n
--   -  AND orders_following."at" = leads.created_at
--   +  AND orders_following."AT" = leads.created_at
--   -  leads.created_at >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
--   -  AND leads.created_at < CAST('2025-02-01 00:00:00' AS TIMESTAMP)
--   +  leads.created_at >= TO_TIMESTAMP_NTZ('2025-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +  AND leads.created_at < TO_TIMESTAMP_NTZ('2025-02-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')

-- in the period before
--   share(leads followed by orders via customer within 30 days) as rate, prior(share(leads followed by orders via customer within 40 days), 1 month) as before by month for 2025-02
WITH leads_followed_by_orders /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
  GROUP BY
    1,
    2
), leads_followed_by_orders_2 /* the first orders that follow, for each key and time of leads */ AS (
  SELECT
    earlier.key,
    earlier."at",
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      leads.customer AS key,
      leads.created_at AS "at"
    FROM leads
    WHERE
      NOT leads.customer IS NULL AND NOT leads.created_at IS NULL
  ) AS earlier
  JOIN (
    SELECT
      orders.customer AS next_key,
      orders.ordered_at AS next_at,
      orders.ordered_at AS reached
    FROM orders
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= earlier."at" + INTERVAL '40' DAY
  GROUP BY
    1,
    2
), leads_by_month /* share_leads, prior_share_leads of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(leads.created_at AS DATE)) AS DATE) AS starting_month,
    AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS share_leads,
    AVG(CAST(NOT orders_following_2.reached IS NULL AS INT)) AS prior_share_leads
  FROM leads
  LEFT JOIN leads_followed_by_orders AS orders_following
    ON orders_following.key = leads.customer
    AND orders_following."at" = leads.created_at
  LEFT JOIN leads_followed_by_orders_2 AS orders_following_2
    ON orders_following_2.key = leads.customer
    AND orders_following_2."at" = leads.created_at
  WHERE
    leads.created_at >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
    AND leads.created_at < CAST('2025-03-01 00:00:00' AS TIMESTAMP)
  GROUP BY
    1
), leads_scan /* share_leads */ AS (
  SELECT
    leads_by_month.starting_month AS month,
    leads_by_month.share_leads AS share_leads
  FROM leads_by_month
  WHERE
    leads_by_month.starting_month >= CAST('2025-02-01' AS DATE)
    AND leads_by_month.starting_month < CAST('2025-03-01' AS DATE)
), leads_prior_scan /* prior_share_leads */ AS (
  SELECT
    CAST(leads_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    leads_by_month.prior_share_leads AS prior_share_leads
  FROM leads_by_month
  WHERE
    CAST(leads_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(leads_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.share_leads) AS share_leads,
    MAX(stacked.prior_share_leads) AS prior_share_leads
  FROM (
    SELECT
      leads_scan.month AS month,
      leads_scan.share_leads AS share_leads,
      NULL AS prior_share_leads
    FROM leads_scan
    UNION ALL
    SELECT
      leads_prior_scan.month AS month,
      NULL AS share_leads,
      leads_prior_scan.prior_share_leads AS prior_share_leads
    FROM leads_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS share_leads,
      NULL AS prior_share_leads
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.share_leads AS rate,
  answer.prior_share_leads AS before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at <= earlier."at" + INTERVAL '30 DAY'
--   -    AND later.next_at <= earlier."at" + INTERVAL '40' DAY
--   +    AND later.next_at <= earlier."at" + INTERVAL '40 DAY'
--   -    CAST(DATE_TRUNC('month', CAST(leads.created_at AS DATE)) AS DATE) AS starting_month,
--   -    AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS share_leads,
--   -    AVG(CAST(NOT orders_following_2.reached IS NULL AS INT)) AS prior_share_leads
--   +    CAST(DATE_TRUNC('month', CAST(CAST(leads.created_at AS DATE) AS TIMESTAMP)) AS DATE) AS starting_month,
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN NOT orders_following.reached IS NULL
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          NOT orders_following.reached IS NULL
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE PRECISION)
--   +    ) AS share_leads,
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN NOT orders_following_2.reached IS NULL
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          NOT orders_following_2.reached IS NULL
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE PRECISION)
--   +    ) AS prior_share_leads
--   -    CAST(leads_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(leads_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(leads_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(leads_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(leads_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(leads_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_share_leads
--   +      CAST(NULL AS DECIMAL) AS prior_share_leads
--   -      NULL AS share_leads,
--   +      CAST(NULL AS DECIMAL) AS share_leads,
--   -      NULL AS share_leads,
--   -      NULL AS prior_share_leads
--   +      CAST(NULL AS DECIMAL) AS share_leads,
--   +      CAST(NULL AS DECIMAL) AS prior_share_leads
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '30' DAY
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 30, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      leads.created_at AS "at"
--   +      leads.created_at AS "AT"
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= earlier."at" + INTERVAL '40' DAY
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 40, earlier."AT")
--   -    AVG(CAST(NOT orders_following.reached IS NULL AS INT)) AS share_leads,
--   -    AVG(CAST(NOT orders_following_2.reached IS NULL AS INT)) AS prior_share_leads
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN NOT orders_following.reached IS NULL
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          NOT orders_following.reached IS NULL
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE)
--   +    ) AS share_leads,
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN NOT orders_following_2.reached IS NULL
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          NOT orders_following_2.reached IS NULL
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE)
--   +    ) AS prior_share_leads
--   -    AND orders_following."at" = leads.created_at
--   +    AND orders_following."AT" = leads.created_at
--   -    AND orders_following_2."at" = leads.created_at
--   +    AND orders_following_2."AT" = leads.created_at
--   -    leads.created_at >= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
--   -    AND leads.created_at < CAST('2025-03-01 00:00:00' AS TIMESTAMP)
--   +    leads.created_at >= TO_TIMESTAMP_NTZ('2025-01-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   +    AND leads.created_at < TO_TIMESTAMP_NTZ('2025-03-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS')
--   -    leads_by_month.starting_month >= CAST('2025-02-01' AS DATE)
--   -    AND leads_by_month.starting_month < CAST('2025-03-01' AS DATE)
--   +    leads_by_month.starting_month >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND leads_by_month.starting_month < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(leads_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, leads_by_month.starting_month) AS month,
--   -    CAST(leads_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(leads_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, leads_by_month.starting_month) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, leads_by_month.starting_month) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +  ) AS numbers
--   -      NULL AS prior_share_leads
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_share_leads
--   -      NULL AS share_leads,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_leads,
--   -      NULL AS share_leads,
--   -      NULL AS prior_share_leads
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_leads,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_share_leads
