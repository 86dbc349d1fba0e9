-- ask: leads_that_bought by month
-- at most: 1.2
SELECT date_trunc('month', created_at)::DATE AS month, count(*) AS leads_that_bought
FROM leads
WHERE EXISTS (
    SELECT 1 FROM orders
    WHERE orders.customer_id = leads.customer_id
    AND ordered_at BETWEEN created_at AND created_at + INTERVAL '30' DAY
)
GROUP BY 1
ORDER BY 1
