using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.History;

public sealed class StreamIdTests
{
    [Theory]
    // plain
    [InlineData("acme", "change", "CHG-7", "acme/change/CHG-7")]
    // what separates and what escapes
    [InlineData("a/b", "change", "c", "a%2Fb/change/c")]
    [InlineData("a", "change", "b/c", "a/change/b%2Fc")]
    [InlineData("100%", "change", "%2F", "100%25/change/%252F")]
    [InlineData("/", "change", "/", "%2F/change/%2F")]
    // everything else stays
    [InlineData("ACME Ltd.", "release-train", "Ü 1:2?#", "ACME Ltd./release-train/Ü 1:2?#")]
    public void A_name_is_written_with_its_separators_escaped(string tenant, string kind, string key, string text)
    {
        Chains.Stream(tenant, kind, key).ToString().Should().Be(text);
        StreamId.Parse(text).Should().Be(Chains.Stream(tenant, kind, key));
    }

    [Fact]
    public void Different_streams_are_never_written_alike_and_every_text_reads_back()
    {
        var parts = Words("/%2F5a", 3).ToList();
        var streams = parts.SelectMany(_ => parts, (tenant, key) => Chains.Stream(tenant, "change", key)).ToList();

        streams.Select(stream => stream.ToString()).Distinct(StringComparer.Ordinal).Should().HaveCount(258 * 258);
        streams.Where(stream => StreamId.Parse(stream.ToString()) != stream).Should().BeEmpty();
    }

    [Fact]
    public void No_text_is_read_but_the_one_that_is_written()
    {
        var read = Words("/%2F5a", 5).Select(word => $"a/a/{word}").Where(text => Reads(text) is not null).ToList();

        read.Should().Contain("a/a/%2F").And.Contain("a/a/a%25").And.NotContain("a/a/%2");
        read.Where(text => Reads(text)!.ToString() != text).Should().BeEmpty();
        read.Where(text => text.Replace("%25", "", StringComparison.Ordinal).Replace("%2F", "", StringComparison.Ordinal).Contains('%', StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("acme")]
    [InlineData("acme/change")]
    [InlineData("acme/change/CHG/7")]
    [InlineData("/change/CHG-7")]
    [InlineData("acme//CHG-7")]
    [InlineData("acme/change/")]
    [InlineData("acme/Change/CHG-7")]
    [InlineData("acme/change/CHG%2f7")]
    [InlineData("acme/change/CHG%7")]
    [InlineData("acme/change/100%")]
    [InlineData("acme/change/%41")]
    [InlineData(" acme/change/CHG-7")]
    public void What_no_name_would_write_is_not_read(string text) =>
        FluentActions.Invoking(() => StreamId.Parse(text)).Should().Throw<FormatException>();

    [Fact]
    public void Nothing_is_not_a_name()
    {
        FluentActions.Invoking(() => StreamId.Parse(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new StreamId(null!, "change", "1")).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Chains.Stream(kind: null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Chains.Stream(key: null!)).Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Change")]
    [InlineData("change-")]
    [InlineData("-change")]
    [InlineData("change--request")]
    [InlineData("7change")]
    [InlineData("change request")]
    [InlineData("change/request")]
    [InlineData("change\n")]
    [InlineData("chänge")]
    public void A_kind_is_a_word_in_kebab_case(string kind) =>
        FluentActions.Invoking(() => Chains.Stream(kind: kind)).Should().Throw<ArgumentException>().WithMessage("*kebab case*");

    [Fact]
    public void A_kind_has_at_most_as_many_characters_as_an_identifier()
    {
        Chains.Stream(kind: new string('k', Identifier.MaximumLength)).Kind.Should().HaveLength(Identifier.MaximumLength);
        FluentActions.Invoking(() => Chains.Stream(kind: new string('k', Identifier.MaximumLength + 1))).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" CHG-7")]
    [InlineData("CHG\t7")]
    public void A_key_is_written_like_an_identifier(string key) =>
        FluentActions.Invoking(() => Chains.Stream(key: key)).Should().Throw<ArgumentException>().WithMessage("A stream's key may not*");

    // Not a row above: an attribute cannot hold half a pair.
    [Fact]
    public void A_key_is_not_half_a_surrogate_pair() => A_key_is_written_like_an_identifier("CHG-\uD83D");

    [Theory]
    [InlineData("CHG-7", "chg-7")]
    [InlineData("\u00E9", "e\u0301")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("stra\u00DFe", "strasse")]
    [InlineData("\uFF21", "A")]
    public void Keys_that_only_look_alike_name_different_streams(string one, string other)
    {
        Chains.Stream(key: one).Should().NotBe(Chains.Stream(key: other));
        Chains.Stream(key: one).Key.Should().Be(one, "it is kept as it was given");
    }

    private static StreamId? Reads(string text)
    {
        try
        {
            return StreamId.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Words(string letters, int longest) => Enumerable.Range(1, longest)
        .SelectMany(length => Enumerable.Range(0, length).Aggregate(
            (IEnumerable<string>)[string.Empty],
            (words, _) => words.SelectMany(_ => letters, (word, letter) => word + letter)));
}
