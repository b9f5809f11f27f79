using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Templates;

/// <summary>Several changes want the last uses of a template at once: in every order of their port calls, and on real threads (S-30, P4).</summary>
public sealed class UseRaceTests(ITestOutputHelper output)
{
    private const int Rounds = 100;

    private static readonly ChangeId One = new("CHG-1");
    private static readonly ChangeId Two = new("CHG-2");

    private readonly Firm _firm = new();

    [Fact]
    public async Task Of_two_who_want_the_last_use_exactly_one_gets_it_in_every_interleaving()
    {
        var winners = new HashSet<string>(StringComparer.Ordinal);
        var plays = await Play("two want the last use", async (told, store) =>
        {
            told.Should().BeEquivalentTo("done", "change.template.used-up");
            winners.Add(told[0]);
            (await Firm.Template(store)).Uses.Should().ContainSingle().Which.IsConfirmed.Should().BeTrue();
        });

        winners.Should().HaveCount(2, "each of the two wins once");
        plays.Should().BeGreaterThan(5);
    }

    [Fact]
    public async Task Two_who_want_one_of_two_uses_both_get_one_in_every_interleaving() => await Play("two want one of two uses", async (told, store) =>
    {
        told.Should().AllBe("done");
        (await Firm.Template(store)).Uses.Where(use => use.IsConfirmed).Select(use => use.Change).Should().BeEquivalentTo([One, Two]);
    });

    [Fact]
    public async Task The_same_submit_sent_twice_at_once_takes_one_use() => await Play("the same is handed in twice", async (told, store) =>
    {
        told.Should().BeEquivalentTo("done", "nothing");
        (await Firm.Template(store)).Uses.Should().ContainSingle().Which.IsConfirmed.Should().BeTrue();
    });

    [Fact]
    public async Task Who_submits_while_the_template_is_suspended_is_refused_or_has_no_authority_left() => await Play("one hands in, one suspends", async (told, store) =>
    {
        told[1].Should().Be("done");
        told[0].Should().BeOneOf("done", "change.template.lapsed");
        (await _firm.Told(store, One, new ScheduleChange(World.Night(0)), Firm.Otto)).Should().Be(told[0] == "done" ? "suspended" : "lifecycle.transition.undefined");
    });

    [Fact]
    public async Task A_use_that_is_returned_while_another_wants_it_is_never_had_by_both() => await Play("one gives the last use back, one wants it", async (told, store) =>
    {
        told[0].Should().Be("done");
        told[1].Should().BeOneOf("done", "change.template.used-up");
        (await Firm.MostUsed(store)).Should().Be(1);
        (await Firm.Template(store)).Uses.Select(use => use.Change).Should().Equal(told[1] == "done" ? [Two] : []);
    });

    [Fact]
    public async Task Of_eight_racers_for_three_uses_exactly_three_get_one_in_every_round()
    {
        var store = new InMemoryEventStore();
        ChangeId[] racers = [.. Enumerable.Range(1, 8).Select(number => new ChangeId(FormattableString.Invariant($"CHG-{number}")))];
        await _firm.Publish(store, Firm.Content with { MaximumUses = 3 });
        foreach (var racer in racers)
        {
            await _firm.Open(store, racer);
        }

        var beginning = await Snapshot.Of(store, [Firm.Stream, .. racers.Select(Firm.StreamOf)]);
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

    private async Task<int> Play(string name, Func<string[], IEventStore, Task> check)
    {
        var plays = await Explorer.PlayAsync(UseRivalries.All.Single(rivalry => rivalry.Name == name), check);
        output.WriteLine(FormattableString.Invariant($"{plays} interleavings"));
        return plays;
    }
}
