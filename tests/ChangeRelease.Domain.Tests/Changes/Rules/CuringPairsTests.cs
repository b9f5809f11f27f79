using ChangeRelease.Domain.Tests.Changes.Asking;
using ChangeRelease.Domain.Tests.Promises;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Curing everything that is listed makes the command accepted, and curing all but one leaves that one: a million pairs, some of them asked about beforehand (S-3, S-7).</summary>
public sealed class CuringPairsTests(ITestOutputHelper output)
{
    private const int Pairs = 1_000_000;
    private const int Seed = 20_261_124;

    [Fact]
    public void Over_a_million_pairs_what_is_said_is_what_happens_and_what_is_listed_is_what_is_wrong()
    {
        var findings = new Findings();
        foreach (var batch in Batch.Of(Seed, Pairs, Pairs / 100))
        {
            AskingPromise.InSituations(batch, findings);
        }

        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {findings}"));

        findings.Told.Should().BeEmpty();
        findings.Checked.Should().BeGreaterThanOrEqualTo(Pairs);
        findings.Kinds["situations with faults"].Should().BeGreaterThan(Pairs / 20);
        findings.Kinds["refused beforehand"].Should().BeGreaterThan(Pairs / 100);
    }
}
