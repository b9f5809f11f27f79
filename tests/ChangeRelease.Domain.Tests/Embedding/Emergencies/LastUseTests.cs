using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Emergencies;

/// <summary>Several break glass at once, and one use is left (S-34): their port calls in every order there is, and on real threads.</summary>
public sealed class LastUseTests(ITestOutputHelper output)
{
    private const int Rounds = 200;

    private static readonly ChangeId One = Ward.Id(1);
    private static readonly ChangeId Two = Ward.Id(2);

    // Each has a calendar of its own, so that no ledger but that of emergencies comes between them.
    private readonly Ward _here = new() { Calendar = "here" };
    private readonly Ward _there = new() { Calendar = "there" };
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task Two_changes_never_both_take_the_last_use()
    {
        await _here.Propose(_store, One);
        await _here.Propose(_store, Two);
        var winners = new HashSet<int>();
        await Explore(
            [store => Confirm(_here, store, One, Ward.Quinn, "same"), store => Confirm(_there, store, Two, Ward.Quinn, "same")],
            async (told, store) =>
            {
                told.Should().BeEquivalentTo("accepted", "change.emergency.break-glass-used-up");
                (await Ward.Broken(store, One, Two)).Should().Be(1);
                winners.Add(Array.IndexOf(told, "accepted"));
                await InLine(store, 1);
            });
        winners.Should().BeEquivalentTo([0, 1]);
    }

    [Fact]
    public async Task Two_second_persons_of_one_change_break_its_glass_once()
    {
        await _here.Propose(_store, One);
        await Explore(
            [store => Confirm(_here, store, One, Ward.Quinn, "a"), store => Confirm(_there, store, One, Ward.Rita, "b")],
            async (told, store) =>
            {
                told.Should().BeEquivalentTo("accepted", "lifecycle.transition.undefined");
                (await Ward.Broken(store, One)).Should().Be(1);
                await InLine(store, 1);
            });
    }

    [Fact]
    public async Task The_same_confirmation_sent_twice_at_once_takes_one_use()
    {
        await _here.Propose(_store, One);
        await Explore(
            [store => Confirm(_here, store, One, Ward.Quinn, "twin"), store => Confirm(_there, store, One, Ward.Quinn, "twin")],
            async (told, store) =>
            {
                told.Should().AllBe("accepted");
                (await Ward.Broken(store, One)).Should().Be(1);
                await InLine(store, 1);
            });
    }

    [Fact]
    public async Task Who_cancels_in_the_same_instant_either_comes_first_or_finds_the_glass_broken()
    {
        await _here.Propose(_store, One);
        await Explore(
            [store => Confirm(_here, store, One, Ward.Quinn, "break"), store => Do(_there, store, One, new CancelChange("no need"), Ward.Rita, "cancel")],
            async (told, store) =>
            {
                told.Should().BeEquivalentTo("accepted", "lifecycle.transition.undefined");
                await Do(_here, store, One, new AnnotateChange("looked at it"), Ward.Rita, "touch");
                await InLine(store, told[0] == "accepted" ? 1 : 0);
            });
    }

    [Fact]
    public async Task A_debt_that_is_paid_in_the_same_instant_is_not_counted_twice_or_lost()
    {
        var (here, there) = (new Ward { Terms = Ward.TermsOf(9), Calendar = "here" }, new Ward { Terms = Ward.TermsOf(9), Calendar = "there" });
        await here.Propose(_store, One);
        await Confirm(here, _store, One, Ward.Quinn, "break");
        await here.Ratify(_store, One);
        await here.Propose(_store, Two);
        await Explore(
            [store => Do(here, store, One, new ReviewChange(ReviewOutcome.Successful), Ward.Rita, "review"), store => Confirm(there, store, Two, Ward.Quinn, "break")],
            async (told, store) =>
            {
                told.Should().AllBe("accepted");
                (await Ward.LedgerIn(store)).Debtors().Should().Equal(Two);
                await InLine(store, 2);
            });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Of_eight_racers_exactly_as_many_break_glass_as_uses_are_left(int limit)
    {
        var ward = new Ward { Terms = Ward.TermsOf(limit) };
        var racers = Enumerable.Range(1, 8).Select(Ward.Id).ToList();
        foreach (var racer in racers)
        {
            await ward.Propose(_store, racer);
        }

        var beginning = await Snapshot.Of(_store, [.. racers.Select(Ward.StreamOf), Ward.Ledger]);
        for (var round = 0; round < Rounds; round++)
        {
            var race = await beginning.Restored();
            var desks = racers.Select(racer => new Ward { Terms = Ward.TermsOf(limit), Calendar = racer.Value }).ToList();
            var told = await Task.WhenAll(racers.Select((racer, at) => Task.Run(() => Settled(desks[at], race, racer))));

            told.Count(code => code == "accepted").Should().Be(limit);
            told.Where(code => code != "accepted").Should().OnlyContain(code => code == "change.emergency.break-glass-used-up");
            (await Ward.Broken(race, racers)).Should().Be(limit);
            var ledger = await Ward.LedgerIn(race);
            ledger.Started.Should().HaveCount(limit);
            ledger.Pending.Should().BeEmpty();
        }
    }

    // A racer that lost against the crowd too often is told so, and tries again.
    private static async Task<string> Settled(Ward ward, IEventStore store, ChangeId id)
    {
        string told;
        do
        {
            told = await Confirm(ward, store, id, Ward.Quinn, "same");
        }
        while (told == "embedding.stream.contended");

        return told;
    }

    private static Task<string> Confirm(Ward ward, IEventStore store, ChangeId id, Actor actor, string name) => Do(ward, store, id, new ConfirmBreakGlass(), actor, name);

    private static async Task<string> Do(Ward ward, IEventStore store, ChangeId id, ChangeCommand command, Actor actor, string name)
    {
        var outcome = await ward.Desk(store).HandleAsync(id, command, actor, new CommandId(name)).ConfigureAwait(false);
        return outcome.IsAccepted ? "accepted" : string.Join(' ', outcome.Refusals.Select(refusal => refusal.Code));
    }

    private static async Task InLine(IEventStore store, int broken)
    {
        var ledger = await Ward.LedgerIn(store);
        ledger.Pending.Should().BeEmpty();
        ledger.Started.Count(entry => entry.BrokeGlass).Should().Be(broken);
        (await Ward.AreIntact(store, One, Two)).Should().BeTrue();
    }

    private async Task Explore(Func<IEventStore, Task<string>>[] actors, Func<string[], IEventStore, Task> check)
    {
        var told = new string[actors.Length];
        var beginning = await Snapshot.Of(_store, Ward.StreamOf(One), Ward.StreamOf(Two), Ward.Ledger);
        var plays = await Turnstile.Explore(
            beginning,
            actors.Select((actor, at) => (Func<IEventStore, Task>)(async store => told[at] = await actor(store).ConfigureAwait(false))).ToArray(),
            store => check(told, store));
        output.WriteLine(FormattableString.Invariant($"{plays} interleavings"));
        plays.Should().BeGreaterThan(10);
    }
}
