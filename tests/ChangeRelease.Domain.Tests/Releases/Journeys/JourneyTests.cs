using ChangeRelease.Domain.Tests.Promises;
using ChangeRelease.Domain.Tests.Releases.Matrices;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Releases.Journeys;

/// <summary>A little of what the soak command walks in full: random commands on releases, from a printed seed.</summary>
public sealed class JourneyTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_102;
    private const int Commands = 250_000;
    private const int FloorOfEachCell = 10;

    [Fact]
    public void Random_commands_keep_to_the_matrix_and_to_what_the_rules_say_of_rollouts()
    {
        var findings = new ReleasePromise().Random(Seed, Commands);
        output.WriteLine($"seed {Seed}: {findings}");

        findings.Told.Should().BeEmpty();
        findings.Differing.Should().Be(0);
        findings.Checked.Should().BeGreaterThanOrEqualTo(Commands);
        findings.Kinds["deployed"].Should().BeGreaterThanOrEqualTo(findings.Kinds["journeys"] / 5);
        findings.Kinds["refused"].Should().BeGreaterThan(Commands / 20);
        findings.Kinds["kept back by dependencies"].Should().BeGreaterThan(Commands / 200);
        findings.Kinds["went out with exceptions"].Should().BeGreaterThan(Commands / 2_000);
        findings.Kinds["exposures raised"].Should().BeGreaterThan(Commands / 50);
        findings.Kinds["halted by a gate"].Should().BeGreaterThan(Commands / 200);
        ReleaseMatrix.Cells.Where(cell => cell.To is not null).Select(cell => (Cell: cell.ToString(), Taken: findings.Kinds.GetValueOrDefault(cell.ToString())))
            .Where(cell => cell.Taken < FloorOfEachCell).Should().BeEmpty();
    }
}
