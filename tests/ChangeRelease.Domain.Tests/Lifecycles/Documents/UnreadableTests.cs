using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>What is no JSON, or too much of it: one fault, with line and column, before any work is done.</summary>
public sealed class UnreadableTests
{
    [Theory]
    [InlineData("", "line 1, column 1", "There is nothing.")]
    [InlineData("  \n ", "line 2, column 2", "There is nothing.")]
    [InlineData("{", "line 1, column 2", "")]
    [InlineData("{ \"a\": 1 } x", "line 1, column 12", "'x'")]
    [InlineData("{\n  \"a\": tru\n}", "line 2, column 11", "")]
    [InlineData("{\n  \"\u00e9\u00e9\": +1\n}", "line 2, column 9", "'+'")]
    [InlineData("{\n  \"\U0001f680\": ?\n}", "line 2, column 8", "an invalid start")]
    [InlineData("{\r\n\r\n  \"a\": 01\r\n}", "line 3, column 9", "")]
    [InlineData("{ \"a\": 1, }", "line 1, column 11", "A comma stands before a closing bracket.")]
    [InlineData("[1,]", "line 1, column 4", "A comma stands before a closing bracket.")]
    [InlineData("{ // why\n \"a\": 1 }", "line 1, column 3", "JSON has no comments.")]
    [InlineData("{ /* why */ }", "line 1, column 3", "JSON has no comments.")]
    [InlineData("{ 'a': 1 }", "line 1, column 3", "'''")]
    [InlineData("{ \"a\": \"b\n\" }", "line 1, column 10", "")]
    [InlineData("{ \"a\": \"\\x\" }", "line 1, column 10", "")]
    [InlineData("{ \"a\": \"\\u12g4\" }", "line 1, column 13", "")]
    [InlineData("{ \"a\": NaN }", "line 1, column 8", "'N'")]
    [InlineData("{ \"a\" 1 }", "line 1, column 7", "'1'")]
    [InlineData("{ \"a\": 1 \"b\": 2 }", "line 1, column 10", "")]
    public void What_is_no_JSON_is_one_fault_with_its_line_and_column(string document, string place, string why)
    {
        var reading = Spoiling.Read(document);

        Spoiling.Told(reading).Should().Equal("lifecycle.document.syntax at $");
        reading.Faults[0].Message.Should().Match($"At {place} this stops being JSON. *{why}*").And.NotContain("BytePosition");
    }

    [Fact]
    public void A_document_that_was_cut_anywhere_is_one_fault_at_its_end()
    {
        var text = Specimen.Text;
        for (var length = 1; length < text.Length; length += 17)
        {
            var cut = text[..length];
            var reading = Spoiling.Read(cut);
            Spoiling.Told(reading).Should().Equal("lifecycle.document.syntax at $");
            reading.Faults[0].Message.Should().Match($"At line *, column * this stops being JSON. *");
        }
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault_and_shifts_no_column()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];

        Spoiling.Read(mark.Concat(Encoding.UTF8.GetBytes(Specimen.Text)).ToArray()).Faults.Should().BeEmpty();
        Spoiling.Read(mark.Concat("{ x"u8.ToArray()).ToArray()).Faults[0].Message.Should().Contain("line 1, column 3 ");
        Spoiling.Told(Spoiling.Read(mark)).Should().Equal("lifecycle.document.syntax at $");
    }

    [Theory]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    [InlineData(0xC0)]
    [InlineData(0xF8)]
    public void What_is_no_UTF_8_is_one_fault_with_its_place(byte wrong)
    {
        var reading = Spoiling.Read((byte[])[.. "{\n \"a\u00e9"u8, wrong, .. "\": 1 }"u8]);

        Spoiling.Told(reading).Should().Equal("lifecycle.document.not-utf-8 at $");
        reading.Faults[0].Message.Should().Contain("line 2, column 5 ");
    }

    [Fact]
    public void Text_with_half_a_surrogate_pair_is_one_fault()
    {
        var reading = LifecycleDocument.Read("{ \"a\": \"\ud800\" }", Specimen.Words);

        Spoiling.Told(reading).Should().Equal("lifecycle.document.not-utf-8 at $");
    }

    [Fact]
    public void A_large_document_is_refused_before_it_is_read()
    {
        var large = Encoding.UTF8.GetBytes(Specimen.Text + new string(' ', 1 << 20));

        Spoiling.Told(Spoiling.Read(large)).Should().Equal("lifecycle.document.too-large at $");
        Spoiling.Read(large).Steps.Should().Be(0);
        Spoiling.Read(large, LifecycleDocument.OrdinaryLimits with { Bytes = large.Length }).Faults.Should().BeEmpty();
        Spoiling.Told(LifecycleDocument.Read(new string(' ', (1 << 20) + 1), Specimen.Words)).Should().Equal("lifecycle.document.too-large at $");
        Spoiling.Told(Spoiling.Read(Encoding.UTF8.GetBytes(Specimen.Text), LifecycleDocument.OrdinaryLimits with { Bytes = Specimen.Text.Length - 1 })).Should().Equal("lifecycle.document.too-large at $");
    }

    [Theory]
    [InlineData(16, 0)]
    [InlineData(17, 1)]
    [InlineData(300_000, 1)]
    public void A_deep_document_is_refused_where_it_is_too_deep(int depth, int faults)
    {
        var nested = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
        var reading = Spoiling.Read(nested);

        Spoiling.Told(reading).Count(fault => fault == "lifecycle.document.too-deep at $").Should().Be(faults);
        (faults == 0 || reading.Faults[0].Message.Contains("line 1, column 17 ", StringComparison.Ordinal)).Should().BeTrue();
    }

    [Fact]
    public void Long_lists_are_refused_by_their_count()
    {
        static string States(int count) => string.Join(",", Enumerable.Repeat("{}", count));
        var tenToTheFifth = Specimen.With("\"states\": [", $"\"states\": [{States(100_000)},");

        Spoiling.Told(Spoiling.Read(tenToTheFifth)).Should().Equal("lifecycle.document.too-many-items at $.states");
        Spoiling.Told(Spoiling.Read(Specimen.With("\"ends\": [", $"\"ends\": [{string.Join(",", Enumerable.Repeat("\"Closed\"", 1_000))},")))
            .Should().Equal("lifecycle.document.too-many-items at $.ends");
        Spoiling.Told(Spoiling.Read(Specimen.With("\"needs\": [", $"\"needs\": [{string.Join(",", Enumerable.Repeat("\"x\"", 63))},")))
            .Should().Equal("lifecycle.document.too-many-items at $.transitions[0].needs");
        Spoiling.Told(Spoiling.Read(Specimen.With("\"with\": {", $"\"with\": {{{string.Join(",", Enumerable.Range(0, 64).Select(number => $"\"a{number}\": 1"))},")))
            .Should().Equal("lifecycle.document.too-many-items at $.transitions[0].needs[1].with");
    }

    [Fact]
    public void A_short_document_that_stands_for_a_large_table_is_refused()
    {
        var names = string.Join(",", Enumerable.Repeat("\"Draft\"", 999));
        var rows = string.Concat(Enumerable.Repeat($"{{ \"from\": [{names}], \"on\": \"Annotate\", \"stay\": true }},", 11));
        var parts = $"{{ \"from\": [{names}], \"on\": \"Annotate\", \"by\": \"answer\", \"cases\": [{string.Join(",", Enumerable.Repeat("{ \"case\": \"left\", \"stay\": true }", 250))}] }},";

        Spoiling.Told(Spoiling.Read(Specimen.With("\"transitions\": [", $"\"transitions\": [{rows}"))).Should().Equal("lifecycle.document.too-many-items at $.transitions");
        Spoiling.Told(Spoiling.Read(Specimen.With("\"transitions\": [", $"\"transitions\": [{parts}"))).Should().Equal("lifecycle.document.too-many-items at $.transitions");
    }

    [Fact]
    public void A_host_sets_limits_of_its_own()
    {
        var limits = LifecycleDocument.OrdinaryLimits;

        Spoiling.Told(Spoiling.Read(Encoding.UTF8.GetBytes(Specimen.Text), limits.AtMost("states", 4))).Should().Equal("lifecycle.document.too-many-items at $.states");
        Spoiling.Told(Spoiling.Read(Encoding.UTF8.GetBytes(Specimen.Text), limits with { Depth = 5 })).Should().Equal("lifecycle.document.too-deep at $");
        Spoiling.Read(Encoding.UTF8.GetBytes(Specimen.Text), limits with { Depth = 6 }).Faults.Should().BeEmpty();
        limits.MostOf("states").Should().Be(1_000);
        limits.MostOf("anything").Should().Be(10_000);
        FluentActions.Invoking(() => limits with { Depth = 257 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => limits with { Bytes = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => limits.AtMost("states", 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void No_more_than_200_faults_are_told_and_then_that_there_are_more()
    {
        var many = Specimen.With("\"states\": [", $"\"states\": [{string.Join(",", Enumerable.Repeat("{}", 500))},");
        var reading = Spoiling.Read(many);

        reading.Faults.Should().HaveCount(201);
        reading.Faults[^1].Code.Should().Be("lifecycle.document.and-more");
        Spoiling.Read(Specimen.With("\"trial.requirement.r0\"", string.Join(",", Enumerable.Range(0, 60).Select(number => $"\"x.y.z{number}\"")))).Faults.Should().HaveCount(60);
        Spoiling.Read(Specimen.With("\"transitions\": [", $"\"transitions\": [{string.Concat(Enumerable.Repeat("{ \"from\": \"Nowhere\", \"on\": \"Nothing\", \"stay\": true },", 9_000))}")).Faults.Should().HaveCount(201);
    }

    [Fact]
    public void Texts_of_a_mebibyte_are_named_short()
    {
        var reading = Spoiling.Read(Specimen.With("\"trial.requirement.r0\"", $"\"{new string('\u00e9', 500_000)}\""));

        Spoiling.Told(reading).Should().Equal("lifecycle.document.requirement-unknown at $.transitions[0].needs[0]");
        Spoiling.Told(Spoiling.Read(Specimen.With("\"on\": \"Annotate\", \"stay\": true },", $"\"on\": \"Annotate\", \"stay\": true, \"{new string('\u0416', 400_000)}\": 1 }},"))).Should().ContainSingle()
            .Which.Should().HaveLength("lifecycle.document.member-unknown at $.transitions[1]['".Length + 64 + "…']".Length);
    }

    [Theory]
    [InlineData("\"Retract\"", "")]
    [InlineData("\"trial.requirement.r0\"", "\"trial.requirement.r01\"")]
    public void A_fault_names_what_was_probably_meant(string old, string @new)
    {
        var reading = old == "\"Retract\"" ? Spoiling.Read(Specimen.With("\"on\": \"Submit\"", "\"on\": \"Sumbit\"")) : Spoiling.Read(Specimen.With(old, @new));

        reading.Faults.Should().ContainSingle().Which.Message.Should().Match("*Did you mean '*'?");
    }

    [Fact]
    public void OrThrow_gives_the_lifecycle_or_throws_every_fault()
    {
        Spoiling.Read(Specimen.Text).OrThrow().Reference.Id.Should().Be("database-migration");
        var wrong = FluentActions.Invoking(() => Spoiling.Read("{}").OrThrow()).Should().Throw<DocumentException>().Which;
        wrong.Faults.Should().HaveCount(8);
        wrong.Message.Should().Contain("'transitions' is missing");
    }
}
