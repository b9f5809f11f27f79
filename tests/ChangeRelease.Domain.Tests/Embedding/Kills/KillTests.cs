using ChangeRelease.Domain.Tests.Promises;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Kills;

/// <summary>Processes that work at the desks over SQLite, and are killed (S-71).</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_128;

    // Whoever closes boarding writes several records at once.
    private const int Train = 7;

    [Fact]
    public void Whatever_a_killed_process_acknowledged_is_there_and_nothing_is_half_there()
    {
        var findings = Killed("safe", kills: 25);

        findings.Told.Should().BeEmpty();
        findings.Kinds["kills"].Should().Be(25);
        findings.Kinds["appends acknowledged"].Should().BeGreaterThan(100);
        findings.Kinds["commands known when they were sent again"].Should().BeGreaterThan(100);
    }

    [Fact]
    public void A_store_that_acknowledges_before_it_commits_is_found_by_a_few_kills() =>
        Killed("hasty", kills: 8).Told.Should().Contain(told => told.Contains("acknowledged and is lost", StringComparison.Ordinal));

    [Fact]
    public void A_store_that_writes_an_append_piece_by_piece_is_found_by_some_kills() =>
        Killed("tearing", kills: 25, Train).Told.Should().Contain(told => told.StartsWith("half an append", StringComparison.Ordinal));

    private Findings Killed(string kind, int kills, int? first = null)
    {
        var findings = new Findings();
        using (var killing = new Killing(kind, new Random(Seed), findings, first, aimsAlways: first is not null))
        {
            for (var kill = 0; kill < kills && findings.Differing == 0; kill++)
            {
                killing.Kill();
            }
        }

        output.WriteLine(findings.ToString());
        return findings;
    }
}
