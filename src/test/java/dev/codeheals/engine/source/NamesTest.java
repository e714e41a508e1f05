package dev.codeheals.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({"lenght, length", "user_nmae, user_name", "username, user_name", "userName, user_name", "itmes, items", "item, items", "cofig, config", "reuslt, result",
            "recieve, receive", "UserManger, UserManager", "get_users, get_user", "calc_totl, calc_total", "msg, message", "addres, address", "Foo, foo", "inndex, index",
            "category, categories", "max_size, size_max", "parse_jsn, parse_json"})
    void findsSlipsLikely(String wrong, String right) {
        assertThat(Names.score(wrong, right)).isGreaterThanOrEqualTo(Names.LIKELY).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({"i, j", "x, y", "data, config", "start, stop", "name, path", "read_file, write_log", "a, items", "add, sub", "df, np"})
    void findsUnrelatedNamesUnlikely(String a, String b) {
        assertThat(Names.score(a, b)).isLessThan(Names.POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({"lenght, length", "user_name, userName", "get_all_users, users_get", "abc, ''"})
    void doesNotDependOnTheOrder(String a, String b) {
        assertThat(Names.score(a, b)).isEqualTo(Names.score(b, a));
    }

    @Test
    void ranksTheBestFirst() {
        assertThat(Names.rank("lenth", List.of("width", "length", "len", "strength"))).extracting(Names.Match::name).startsWith("length");
        assertThat(Names.rank("user", List.of("user"))).isEmpty();
    }

    @Test
    void cutsNamesIntoWords() {
        assertThat(Names.words("parseHTTPHeader_v2")).containsExactly("parse", "http", "header", "v", "2");
        assertThat(Names.words("__init__")).containsExactly("init");
    }
}
