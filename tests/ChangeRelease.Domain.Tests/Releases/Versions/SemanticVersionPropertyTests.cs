using ChangeRelease.Domain.Releases;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ChangeRelease.Domain.Tests.Releases.Versions;

public sealed class SemanticVersionPropertyTests
{
    // Few values, so that versions meet; and numbers beyond what 64 bits hold, whose order as text is another one.
    private static readonly string[] Numbers = ["0", "1", "2", "9", "10", "11", "18446744073709551615", "18446744073709551616", "100000000000000000000"];

    private static readonly string[] Words = ["0", "1", "2", "10", "99999999999999999999", "100000000000000000000", "alpha", "beta", "Beta", "-", "0a", "1-"];

    private static Gen<string> Identifiers => Gen.Choose(1, 3).SelectMany(count => Gen.Elements(Words).ListOf(count)).Select(words => string.Join('.', words));

    private static Gen<string> Text =>
        from numbers in Gen.Elements(Numbers).ListOf(3)
        from prerelease in Gen.OneOf(Gen.Constant(string.Empty), Identifiers.Select(words => $"-{words}"))
        from build in Gen.OneOf(Gen.Constant(string.Empty), Gen.Constant(string.Empty), Identifiers.Select(words => $"+{words}"))
        select $"{string.Join('.', numbers)}{prerelease}{build}";

    // Pairs that are the same up to some place: else nearly all are decided by the first number.
    private static Gen<(string, string)> Pair =>
        from one in Text
        from other in Text
        from same in Gen.Choose(0, 3)
        select (one, same == 0 ? other : Alike(one, other, same));

    [Property(MaxTest = 3_000)]
    public Property The_order_is_that_of_the_specifications_sentences() => Prop.ForAll(Pair.ToArbitrary(), pair =>
        (Math.Sign(SemanticVersion.Precedence.Compare(SemanticVersion.Parse(pair.Item1), SemanticVersion.Parse(pair.Item2))) == NaiveVersion.Compare(pair.Item1, pair.Item2))
            .Classify(NaiveVersion.Compare(pair.Item1, pair.Item2) == 0, "same")
            .Classify(Core(pair.Item1) == Core(pair.Item2), "same numbers"));

    [Property(MaxTest = 2_000)]
    public Property The_order_is_total_and_transitive() => Prop.ForAll(Gen.Zip(Pair, Text).ToArbitrary(), triple =>
    {
        var sorted = new[] { triple.Item1.Item1, triple.Item1.Item2, triple.Item2 }.Select(SemanticVersion.Parse).Order().ToList();
        return sorted[0].CompareTo(sorted[1]) <= 0 && sorted[1].CompareTo(sorted[2]) <= 0 && sorted[0].CompareTo(sorted[2]) <= 0
            && Math.Sign(sorted[0].CompareTo(sorted[2])) == -Math.Sign(sorted[2].CompareTo(sorted[0]))
            && sorted[0].CompareTo(sorted[1]) == 0 == sorted[0].Equals(sorted[1])
            && (!sorted[0].Equals(sorted[1]) || sorted[0].GetHashCode() == sorted[1].GetHashCode());
    });

    [Property(MaxTest = 1_000)]
    public Property Every_next_version_is_the_lowest_one_after_it() => Prop.ForAll(Text.ToArbitrary(), text =>
    {
        var version = SemanticVersion.Parse(text);
        return new[] { (version.NextMajor(), "0.0"), (version.NextMinor(), "0"), (version.NextPatch(), "") }.All(next =>
            next.Item1.IsNewerThan(version) && !next.Item1.IsPrerelease && next.Item1.Build.Count == 0
            && next.Item1.ToString().EndsWith(next.Item2, StringComparison.Ordinal)
            && !Below(next.Item1, next.Item2).Any(lower => lower.IsNewerThan(version)));
    });

    [Fact]
    public void A_text_is_read_if_and_only_if_the_specifications_own_pattern_takes_it()
    {
        const string Alphabet = "0019.-+aZ_ v";
        var (dice, taken, refused) = (new Random(2_000), 0, 0);
        for (var round = 0; round < 60_000; round++)
        {
            var text = Damaged(dice, Alphabet);
            var reading = SemanticVersion.Read(text);

            (reading.Value is not null).Should().Be(NaiveVersion.IsValid(text), text);
            (reading.Value is null).Should().Be(reading.Faults.Count > 0, text);
            reading.Value?.ToString().Should().Be(text);
            (taken, refused) = reading.Value is null ? (taken, refused + 1) : (taken + 1, refused);
        }

        (taken, refused).Should().Match<(int, int)>(counts => counts.Item1 > 15_000 && counts.Item2 > 15_000);
    }

    // The candidate of the same kind that comes before: one less in the last number that counts.
    private static IEnumerable<SemanticVersion> Below(SemanticVersion next, string zeros)
    {
        var (major, minor, patch) = (next.Major, next.Minor, next.Patch);
        var lower = zeros switch { "0.0" => (major - 1, minor, patch), "0" => (major, minor - 1, patch), _ => (major, minor, patch - 1) };
        var text = FormattableString.Invariant($"{lower.Item1}.{lower.Item2}.{lower.Item3}");
        return NaiveVersion.IsValid(text) ? [SemanticVersion.Parse(text)] : [];
    }

    private static string Alike(string one, string other, int same)
    {
        var (these, those) = (one.Split('.', 3), other.Split('.', 3));
        return string.Join('.', these.Take(same).Concat(those.Skip(same)));
    }

    private static string Core(string text) => text.Split('-', '+')[0];

    private static string Damaged(Random dice, string alphabet)
    {
        var text = string.Join('.', Enumerable.Range(0, 3).Select(_ => dice.Next(12)));
        text += dice.Next(2) == 0 ? $"-{Words[dice.Next(Words.Length)]}" : string.Empty;
        text += dice.Next(3) == 0 ? $"+{Words[dice.Next(Words.Length)]}" : string.Empty;
        for (var damage = dice.Next(3); damage > 0; damage--)
        {
            var (at, symbol) = (dice.Next(text.Length), alphabet[dice.Next(alphabet.Length)]);
            text = dice.Next(3) switch { 0 => text.Insert(at, symbol.ToString()), 1 when text.Length > 1 => text.Remove(at, 1), _ => text[..at] + symbol + text[(at + 1)..] };
        }

        return text;
    }
}
