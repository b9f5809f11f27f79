using ChangeRelease.Domain.Tests.Promises;
using OwnStorage;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>As much of the promise about rivals as a test has time for (P4; S-22, S-23, S-30, S-51).</summary>
public sealed class RivalPromiseTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_128;
    private const int Rounds = 50;

    [Fact]
    public void Every_interleaving_of_rivals_ends_as_some_order_of_them_does()
    {
        var findings = new RivalPromise(isLong: false).Whole();

        output.WriteLine(findings.ToString());
        findings.Told.Should().BeEmpty();
        findings.Checked.Should().BeGreaterThan(1_500);
    }

    [Fact]
    public void Eight_racers_come_to_what_some_order_of_them_comes_to_in_every_round_on_every_store()
    {
        var findings = new RivalPromise(isLong: false).Random(Seed, Rounds);

        output.WriteLine(findings.ToString());
        findings.Told.Should().BeEmpty();
        string[] rounds = ["bookings, in memory: rounds", "bookings, SQLite: rounds", "approvals, in memory: rounds", "approvals, SQLite: rounds", "uses, in memory: rounds", "uses, SQLite: rounds"];
        rounds.Should().AllSatisfy(kind => findings.Kinds[kind].Should().Be(Rounds));
        string[] known =
        [
            "bookings: done", "bookings: nothing", "bookings: booking.ledger.full", "bookings: booking.request.not-standing", "bookings: booking.holder.of-another",
            "approvals: done", "approvals: nothing", "approvals: change.authorization.approvals-missing", "approvals: change.authorization.voted-already", "approvals: lifecycle.transition.undefined",
            "uses: done", "uses: nothing", "uses: change.template.used-up", "uses: change.template.lapsed", "uses: lifecycle.transition.undefined",
        ];
        known.Should().AllSatisfy(kind => findings.Kinds.GetValueOrDefault(kind).Should().BeGreaterThan(Rounds / 5, kind));
    }

    [Fact]
    public async Task On_a_store_with_a_race_in_it_the_same_rounds_differ()
    {
        using var folder = new Folder();
        var findings = new Findings();

        await RivalPromise.RunAsync(new Batch(Seed, 0, 5), [Track.Hasty(folder)], findings);

        findings.Differing.Should().BeGreaterThan(5);
        string[] kinds = ["bookings", "approvals", "uses"];
        kinds.Should().AllSatisfy(kind => findings.Told.Should().Contain(told => told.StartsWith(kind, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_race_that_breaks_no_chain_is_found_by_what_was_had_twice()
    {
        var found = new List<string>();
        string[] kinds = ["bookings", "approvals", "uses"];
        for (var batch = 0; batch < 40 && !Array.TrueForAll(kinds, kind => found.Exists(told => told.StartsWith(kind, StringComparison.Ordinal))); batch++)
        {
            var findings = new Findings();
            await RivalPromise.RunAsync(new Batch(Seed, batch, 5), [Track.Blind()], findings);
            found.AddRange(findings.Told.Where(told => !told.Contains("the chain of", StringComparison.Ordinal)));
        }

        output.WriteLine(string.Join('\n', found));
        kinds.Should().AllSatisfy(kind => found.Should().Contain(told => told.StartsWith(kind, StringComparison.Ordinal)));
    }
}
