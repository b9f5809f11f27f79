using ChangeRelease.Domain.Tests.Promises;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>The process dies at every call of the store there is in journeys over all desks (S-51, S-71).</summary>
public sealed class CrashPromiseTests(ITestOutputHelper output)
{
    [Fact]
    public void Wherever_a_process_dies_over_the_reference_store_nothing_is_lost_halved_or_left_over()
    {
        var findings = Walked(Ground.Memory, Tales.Alone);

        findings.Told.Should().BeEmpty();
        findings.Kinds["the reference store: crash points"].Should().BeGreaterThan(1_000);
        findings.Kinds["the reference store: second crashes"].Should().BeGreaterThan(400);
        string[] streams = ["change", "release", "bookings", "environment-bookings", "template", "emergencies", "meeting", "train"];
        streams.SelectMany(kind => (string[])[$"died before appending {kind}", $"died after appending {kind}"])
            .Should().AllSatisfy(kind => findings.Kinds.GetValueOrDefault(kind).Should().BeGreaterThan(5, kind));
        string[] ends = ["a rival got it", "a rival was refused: change.slot.full", "a rival was refused: change.template.used-up", "sent again late: accepted", "sent again late: the hold had expired"];
        ends.Should().AllSatisfy(end => findings.Kinds.GetValueOrDefault(end).Should().BeGreaterThan(3, end));
    }

    [Fact]
    public void Wherever_a_process_dies_over_a_file_nothing_is_lost_halved_or_left_over()
    {
        var findings = Walked(Ground.Sqlite, [.. Tales.Alone.Where(tale => tale.Name is "a template with one use" or "a ledger of bookings")]);

        findings.Told.Should().BeEmpty();
        findings.Kinds["SQLite: crash points"].Should().BeGreaterThan(150);
    }

    [Fact]
    public void A_store_that_acknowledges_before_it_is_safe_is_found_by_the_same_walk()
    {
        var findings = Walked(Ground.Hasty, [Tales.Alone.Single(tale => tale.Name == "a ledger of bookings")]);

        findings.Told.Should().Contain(told => told.EndsWith("were acknowledged", StringComparison.Ordinal));
    }

    private Findings Walked(Func<Ground> ground, IReadOnlyList<Tale> tales)
    {
        var findings = new CrashPromise([(ground, false)], tales).Whole();
        output.WriteLine(findings.ToString());
        return findings;
    }
}
