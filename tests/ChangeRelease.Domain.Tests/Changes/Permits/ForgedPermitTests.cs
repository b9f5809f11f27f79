using ChangeRelease.Domain.Tests.Promises;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Permits;

/// <summary>A million permits that were never issued, or are no longer good: not one is accepted.</summary>
public sealed class ForgedPermitTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_124;
    private const int Forged = 1_000_000;
    private const int Floor = 20_000;

    private static readonly string[] Kinds = ["mutated", "mutated bytes", "transplanted", "elsewhere", "out of time", "for something else", "spent"];

    [Fact]
    public async Task A_million_forged_spent_and_transplanted_permits_are_refused_and_the_true_ones_are_not()
    {
        var findings = (await PermitPromise.BeginAsync()).Random(Seed, Forged);
        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {findings}"));

        findings.Told.Should().BeEmpty();
        findings.Kinds["true and accepted"].Should().Be(Floor);
        Kinds.Should().OnlyContain(kind => findings.Kinds[kind] >= Floor);
        findings.Kinds.Where(kind => kind.Key.StartsWith("change.permit.", StringComparison.Ordinal)).Should().HaveCountGreaterThanOrEqualTo(11).And.OnlyContain(kind => kind.Value >= 1_000);
    }
}
