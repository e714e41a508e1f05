package dev.codeheals.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> | `x` \u202e =1+1";
    private static final String SECRET = "AKIAIOSFODNN7EXAMPLQ";

    @TempDir
    Path folder;
    private ReportHistory history;

    @BeforeEach
    void seed() {
        history = new ReportHistory(folder);
        Envelope approved = history.heal("name 'json' is not defined", ReportHistory.DIFF, Outcome.PROPOSED, ReportHistory.NOW.minusSeconds(86_400L * 40));
        history.decide(approved, Outcome.APPROVED, "Approved by a person.");
        history.decide(approved, Outcome.PROMOTED, "");
        history.heal(HOSTILE, ReportHistory.DIFF.replace("import json", HOSTILE), Outcome.PROPOSED, ReportHistory.NOW.minusSeconds(7_200));
        Envelope rejected = history.heal("No such file: '/home/ana/work/shop/data/x.csv' nor '/tmp/run-17/y.csv'",
                ReportHistory.DIFF.replace("import json", "open('/home/ana/key.pem'); k = '" + SECRET + "'"), Outcome.PROPOSED, ReportHistory.NOW.minusSeconds(3_600));
        history.decide(rejected, Outcome.REJECTED, "not how we do it");
        history.heal("日本語 🙂 \u0000 control", "", Outcome.NOT_HEALED, ReportHistory.NOW.minusSeconds(1_800));
        history.learn("Import json");
        history.judge(40);
        history.tripBreaker();
    }

    @AfterEach
    void close() {
        history.close();
    }

    private String text(ReportFormat format) throws IOException {
        return new String(bytes(format), StandardCharsets.UTF_8);
    }

    private byte[] bytes(ReportFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Reports.write(history.reports().build(null, null), format, out);
        return out.toByteArray();
    }

    private String readable(ReportFormat format) throws IOException {
        return format == ReportFormat.PDF ? pdfText(bytes(format)) : text(format);
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void noFormatTellsSecretsNamesOrPlaces(ReportFormat format) throws IOException {
        assertThat(readable(format)).doesNotContain(SECRET).doesNotContain("hunter2").doesNotContain("/home/").doesNotContain("/tmp/").doesNotContain("ana/");
    }

    @ParameterizedTest
    @EnumSource(value = ReportFormat.class, names = {"HTML", "PDF", "MARKDOWN", "JSON", "CSV"})
    void everyReadableFormatTellsWhoDecided(ReportFormat format) throws IOException {
        assertThat(readable(format)).contains("Approved by a person").contains("not how we do it").contains("Waits for a person");
    }

    @ParameterizedTest
    @EnumSource(value = ReportFormat.class, names = {"HTML", "PDF", "MARKDOWN", "JSON"})
    void everyReadableFormatTellsThatTheChainWasVerified(ReportFormat format) throws IOException {
        assertThat(readable(format).replaceAll("\\s+", " ")).contains("4 records and 7 decisions were checked").contains("4 of the last 5 attempts failed");
    }

    @Test
    void hostileTextIsInertInHtml() throws IOException {
        assertThat(text(ReportFormat.HTML)).doesNotContain("<script>alert").doesNotContain("<img").contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .containsOnlyOnce("<script>").contains("⟨U+202E⟩").contains("script-src 'sha256-");
    }

    @Test
    void htmlLoadsNothingFromElsewhere() throws IOException {
        assertThat(text(ReportFormat.HTML)).doesNotContain("http://").doesNotContain("https://").doesNotContain("src=\"");
    }

    @Test
    void hostileTextIsInertInMarkdown() throws IOException {
        String outsideFences = text(ReportFormat.MARKDOWN).replaceAll("(?s)(`{3,})diff\n.*?\n\\1\n", "");
        assertThat(outsideFences).doesNotContainPattern("(?<!\\\\)<").contains("\\<script\\>").contains("⟨U+202E⟩");
    }

    @Test
    void noCsvCellIsAFormula() throws IOException {
        history.heal("=HYPERLINK(\"x\")", "", Outcome.NOT_HEALED, ReportHistory.NOW);
        assertThat(text(ReportFormat.CSV)).contains("\"'=HYPERLINK(\"\"x\"\")\"").startsWith(String.join(",", CsvReport.COLUMNS) + "\r\n");
    }

    @Test
    void pdfNumbersItsPagesAndEmbedsItsFonts() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes(ReportFormat.PDF))) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            assertThat(new PDFTextStripper().getText(document)).contains("Page 1 of " + pages).contains("Page " + pages + " of " + pages).contains("+import json");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void jsonIsValidByThePublishedSchema() throws IOException {
        assertThat(complaints(Reports.jsonSchema(), SpecVersion.VersionFlag.V202012, text(ReportFormat.JSON))).isEmpty();
    }

    @Test
    void sarifIsValidByTheOfficialSchema() throws IOException {
        history.append("00000000-0000-4000-8000-000000000001", 1, "two steps", ReportHistory.DIFF, Outcome.PROMOTED, ReportHistory.NOW);
        history.append("00000000-0000-4000-8000-000000000001", 2, "the next one", ReportHistory.DIFF, Outcome.PROMOTED, ReportHistory.NOW);
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("sarif-schema-2.1.0.json"))) {
            String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(complaints(schema, SpecVersion.VersionFlag.V7, text(ReportFormat.SARIF))).isEmpty();
        }
    }

    @Test
    void sarifTellsWhatToDoWithAnOpenFailureAndHowToFixIt() throws IOException {
        JsonNode results = JSON.readTree(text(ReportFormat.SARIF)).at("/runs/0/results");
        List<String> levels = new ArrayList<>();
        results.forEach(r -> levels.add(r.path("level").asText()));
        assertThat(levels).containsExactly("error", "warning", "warning", "note");
        JsonNode region = results.get(3).at("/fixes/0/artifactChanges/0/replacements/0/deletedRegion");
        assertThat(region.path("startLine").asInt()).isEqualTo(2);
        assertThat(results.get(3).at("/locations/0/physicalLocation/artifactLocation/uri").asText()).isEqualTo("shop/prices.py");
    }

    @Test
    void sarifOffersNoFixThatHadToBeMasked() throws IOException {
        JsonNode masked = JSON.readTree(text(ReportFormat.SARIF)).at("/runs/0/results/1");
        assertThat(masked.path("message").path("text").asText()).contains("No such file");
        assertThat(masked.has("fixes")).isFalse();
    }

    @Test
    void aPeriodLeavesOutWhatWasBefore() {
        Report month = history.reports().build(ReportHistory.NOW.minusSeconds(86_400L * 30), null);
        assertThat(month.heals()).hasSize(3);
        assertThat(month.summary().heals()).isEqualTo(3);
    }

    @Test
    void aReportOfAnotherProjectIsEmptyAndSaysSo() throws IOException {
        Report other = history.reports().build(null, Path.of("/srv/other"));
        for (ReportFormat format : ReportFormat.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Reports.write(other, format, out);
            assertThat(out.size()).isPositive();
        }
        assertThat(other.project()).isEqualTo("other");
        assertThat(other.heals()).isEmpty();
    }

    @Test
    void aTamperedRecordIsToldAndLeftOut() {
        history.close();
        Tampering.changeFirstRecord(folder);
        history = new ReportHistory(folder);
        Report report = history.reports().build(null, null);
        assertThat(report.integrity().intact()).isFalse();
        assertThat(report.heals()).hasSize(3);
    }

    private static Set<ValidationMessage> complaints(String schema, SpecVersion.VersionFlag version, String document) throws IOException {
        return JsonSchemaFactory.getInstance(version).getSchema(JSON.readTree(schema)).validate(JSON.readTree(document));
    }
}
