using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Templates;

/// <summary>Several changes want the last uses of a template at once: in every order of their port calls, and on real threads (S-30, P4).</summary>
public sealed class UseRaceTests(ITestOutputHelper output)
{
    private const int Rounds = 100;

    private static readonly ChangeId One = new("CHG-1");
    private static readonly ChangeId Two = new("CHG-2");

    private readonly Firm _firm = new();
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task Of_two_who_want_the_last_use_exactly_one_gets_it_in_every_interleaving()
    {
        await Opened(1);
        var winners = new HashSet<string>(StringComparer.Ordinal);
        var plays = await Explore([Submit(One), Submit(Two)], async (told, store) =>
        {
            told.Should().BeEquivalentTo("accepted", "change.template.used-up");
            winners.Add(told[0]);
            (await Firm.Template(store)).Uses.Should().ContainSingle().Which.IsConfirmed.Should().BeTrue();
        });

        winners.Should().HaveCount(2, "each of the two wins once");
        plays.Should().BeGreaterThan(5);
    }

    [Fact]
    public async Task Two_who_want_one_of_two_uses_both_get_one_in_every_interleaving()
    {
        await Opened(2);
        await Explore([Submit(One), Submit(Two)], async (told, store) =>
        {
            told.Should().AllBe("accepted");
            (await Firm.Template(store)).Uses.Where(use => use.IsConfirmed).Select(use => use.Change).Should().BeEquivalentTo([One, Two]);
        });
    }

    [Fact]
    public async Task The_same_submit_sent_twice_at_once_takes_one_use()
    {
        await Opened(1);
        await Explore([Submit(One, "twin"), Submit(One, "twin")], async (told, store) =>
        {
            told.Should().AllBe("accepted");
            (await Firm.Template(store)).Uses.Should().ContainSingle().Which.IsConfirmed.Should().BeTrue();
        });
    }

    [Fact]
    public async Task Who_submits_while_the_template_is_suspended_is_refused_or_has_no_authority_left()
    {
        await Opened(1);
        await Explore(
            [Submit(One), async store => (await _firm.Templates(store).HandleAsync(Firm.Restart, new SuspendTemplate("why"), Firm.Otto, new CommandId("suspend"))).IsAccepted ? "accepted" : "refused"],
            async (told, store) =>
            {
                told[1].Should().Be("accepted");
                told[0].Should().BeOneOf("accepted", "change.template.lapsed");
                (await _firm.Told(store, One, new ScheduleChange(World.Night(0)), Firm.Otto)).Should().Be(told[0] == "accepted" ? "suspended" : "lifecycle.transition.undefined");
            });
    }

    [Fact]
    public async Task A_use_that_is_returned_while_another_wants_it_is_never_had_by_both()
    {
        await Opened(1);
        await _firm.Must(_store, One, new SubmitChange(), Firm.Rita);
        await Explore(
            [Do(One, new CancelChange("no need"), "cancel"), Submit(Two)],
            async (told, store) =>
            {
                told[0].Should().Be("accepted");
                told[1].Should().BeOneOf("accepted", "change.template.used-up");
                (await Firm.MostUsed(store)).Should().Be(1);
                (await Firm.Template(store)).Uses.Select(use => use.Change).Should().Equal(told[1] == "accepted" ? [Two] : []);
            });
    }

    [Fact]
    public async Task Of_eight_racers_for_three_uses_exactly_three_get_one_in_every_round()
    {
        ChangeId[] racers = [.. Enumerable.Range(1, 8).Select(number => new ChangeId(FormattableString.Invariant($"CHG-{number}")))];
        await _firm.Publish(_store, Firm.Content with { MaximumUses = 3 });
        foreach (var racer in racers)
        {
            await _firm.Open(_store, racer);
        }

        var beginning = await Snapshot.Of(_store, [Firm.Stream, .. racers.Select(Firm.StreamOf)]);
        for (var round = 0; round < Rounds; round++)
        {
            var race = await beginning.Restored();
            var outcomes = await Task.WhenAll(racers.Select(racer => Task.Run(async () =>
                await _firm.Changes(race).HandleAsync(racer, new SubmitChange(), Firm.Rita, new CommandId("same")))));

            outcomes.Count(outcome => outcome.IsAccepted).Should().Be(3);
            outcomes.Where(outcome => !outcome.IsAccepted).Should().OnlyContain(outcome => outcome.Refusals.Single().Code == "change.template.used-up");
            (await Firm.Template(race)).Uses.Where(use => use.IsConfirmed).Select(use => use.Change)
                .Should().BeEquivalentTo(outcomes.Where(outcome => outcome.IsAccepted).Select(outcome => outcome.Subject!.Id));
            (await Firm.MostUsed(race)).Should().Be(3);
        }
    }

    private Func<IEventStore, Task<string>> Submit(ChangeId id, string command = "submit") => Do(id, new SubmitChange(), command);

    private Func<IEventStore, Task<string>> Do(ChangeId id, ChangeCommand command, string name) => async store =>
    {
        var outcome = await _firm.Changes(store).HandleAsync(id, command, Firm.Rita, new CommandId(name)).ConfigureAwait(false);
        return outcome.IsAccepted ? "accepted" : string.Join(' ', outcome.Refusals.Select(refusal => refusal.Code));
    };

    private async Task<int> Explore(Func<IEventStore, Task<string>>[] deeds, Func<string[], IEventStore, Task> check)
    {
        var told = new string[deeds.Length];
        var actors = deeds.Select((deed, at) => (Func<IEventStore, Task>)(async store => told[at] = await deed(store).ConfigureAwait(false))).ToArray();
        var plays = await Turnstile.Explore(await Snapshot.Of(_store, Firm.Stream, Firm.StreamOf(One), Firm.StreamOf(Two)), actors, store => check(told, store));
        output.WriteLine(FormattableString.Invariant($"{plays} interleavings"));
        return plays;
    }

    private async Task Opened(int most)
    {
        await _firm.Publish(_store, Firm.Content with { MaximumUses = most });
        await _firm.Open(_store, One);
        await _firm.Open(_store, Two);
    }
}
