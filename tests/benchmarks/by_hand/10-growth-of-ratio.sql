-- ask: growth(average_order, 1 year) as growth by month, orders.channel for last 24 months
-- at most: 1.2
WITH monthly AS (
    SELECT date_trunc('month', ordered_at)::DATE AS month, channel, avg(amount) AS average_order
    FROM orders
    WHERE ordered_at >= '2022-01-01' AND ordered_at < '2025-01-01'
    GROUP BY 1, 2
)
SELECT this.month, this.channel, (this.average_order - prior.average_order) / abs(prior.average_order) AS growth
FROM monthly AS this
LEFT JOIN monthly AS prior
    ON prior.month = this.month - INTERVAL 1 YEAR AND prior.channel IS NOT DISTINCT FROM this.channel
WHERE this.month >= '2023-01-01'
ORDER BY 1, 2
