using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>P12 as far as a test has time for; the soak command walks it in full.</summary>
public sealed class TamperTests
{
    private const int Seed = 20_261_128;
    private const int Edits = 4_000;

    [Fact]
    public void Every_bit_of_a_chain_is_found_where_it_was_flipped()
    {
        var findings = Walked(Enumerable.Range(0, TamperPromise.Length));

        findings.Told.Should().BeEmpty();
        findings.Checked.Should().BeGreaterThan(TamperPromise.Length * 1_000);
    }

    [Fact]
    public void Every_bit_of_a_line_of_a_file_is_found_in_it()
    {
        var findings = Walked([TamperPromise.Length + 3, (2 * TamperPromise.Length) - 1]);

        findings.Told.Should().BeEmpty();
        findings.Checked.Should().BeGreaterThan(2 * 300 * 8);
    }

    [Fact]
    public void Edits_of_every_kind_are_found_and_located()
    {
        var findings = new TamperPromise().Random(Seed, Edits);

        findings.Told.Should().BeEmpty();
        findings.Kinds.Keys.Should().NotContain(kind => kind.StartsWith("not found", StringComparison.Ordinal));
        findings.Kinds.Where(kind => kind.Key.StartsWith("found by a checkpoint", StringComparison.Ordinal)).Should().HaveCountGreaterThan(6)
            .And.Contain(kind => kind.Key.EndsWith("rewrite the tail", StringComparison.Ordinal) && kind.Value > 50);
        findings.Kinds.Where(kind => kind.Key.StartsWith("found by the chain", StringComparison.Ordinal)).Should().HaveCount(8).And.OnlyContain(kind => kind.Value > 100);
        findings.Kinds.Where(kind => kind.Key.StartsWith("not detectable", StringComparison.Ordinal)).Should().NotBeEmpty("what is not detectable is documented, and so");
    }

    [Fact]
    public void Edits_of_files_of_every_kind_are_found_and_located()
    {
        var findings = new FileTampering().Random(Seed, Edits / 4);

        findings.Told.Should().BeEmpty();
        findings.Kinds.Keys.Count(kind => kind.StartsWith("found", StringComparison.Ordinal)).Should().Be(FileEdits.Kinds.Count);
    }

    private static Findings Walked(IEnumerable<int> parts)
    {
        var (promise, findings) = (new TamperPromise(), new Findings());
        foreach (var part in parts)
        {
            promise.Walk(part, findings);
        }

        return findings;
    }
}
