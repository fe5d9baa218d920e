package org.enlace.node;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/// Nobody waits for ever for a row that somebody else holds: after ten seconds a request is told that the node is busy.
/// An H2 database is told so by its URL, a PostgreSQL here, unless its URL says otherwise.
@Component
class DatabaseWaits implements BeanPostProcessor {
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            pool.addDataSourceProperty("options", "-c lock_timeout=10s");
        }
        return bean;
    }
}
