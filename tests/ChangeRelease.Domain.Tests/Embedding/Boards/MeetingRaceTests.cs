using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Boards;

/// <summary>Two recorders at their desks, their port calls in every order there is: an item is decided once, by those who were there.</summary>
public sealed class MeetingRaceTests(ITestOutputHelper output)
{
    private readonly Chamber _chamber = new();
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task Two_recorders_decide_one_item_and_it_is_decided_once()
    {
        await _chamber.Sit(_store);
        await Race(
            [new Deed(await _chamber.Decide(_store, World.One), Chamber.Chair, "chair"), new Deed(await _chamber.Decide(_store, World.One, VoteChoice.Reject), Chamber.Secretary, "secretary")],
            (told, meeting) =>
            {
                told.Count(word => word == "accepted").Should().Be(1);
                var choice = told[0] == "accepted" ? VoteChoice.Approve : VoteChoice.Reject;
                meeting.ItemOf(World.One)!.Ruling!.Decision.Choice.Should().Be(choice);
            });
    }

    [Fact]
    public async Task One_decides_an_item_while_another_puts_it_off_and_one_of_them_does()
    {
        await _chamber.Sit(_store);
        await Race(
            [new Deed(await _chamber.Decide(_store, World.One), Chamber.Chair, "decide"), new Deed(new DeferItem(World.One, "later"), Chamber.Secretary, "defer")],
            (told, meeting) =>
            {
                told.Count(word => word == "accepted").Should().Be(1);
                (meeting.ItemOf(World.One)!.Ruling is not null).Should().Be(told[0] == "accepted");
                (meeting.ItemOf(World.One)!.Deferral is not null).Should().Be(told[1] == "accepted");
            });
    }

    [Fact]
    public async Task One_decides_while_those_who_make_the_quorum_are_noted_as_going()
    {
        await _chamber.Sit(_store);
        await _chamber.Must(_store, new RecordDeparture([World.Cid.Id]));
        var ends = new HashSet<bool>();
        await Race(
            [new Deed(await _chamber.Decide(_store, World.One), Chamber.Chair, "decide"), new Deed(new RecordDeparture([World.Bob.Id]), Chamber.Secretary, "depart")],
            (told, meeting) =>
            {
                told[1].Should().Be("accepted");
                told[0].Should().BeOneOf("accepted", "change.authorization.board-quorum-missing");
                ends.Add(told[0] == "accepted");
                (meeting.ItemOf(World.One)!.Ruling?.Decision.Attendance ?? []).Should().Equal(told[0] == "accepted" ? [World.Ann.Id, World.Bob.Id] : Array.Empty<ActorId>());
            });
        ends.Should().HaveCount(2, "both orders come by");
    }

    [Fact]
    public async Task The_same_command_sent_twice_at_once_takes_effect_once()
    {
        await _chamber.Sit(_store);
        var twin = new Deed(await _chamber.Decide(_store, World.One), Chamber.Chair, "twin");
        await Race([twin, twin], (told, _) => told.Should().AllBe("accepted"));
    }

    /// <summary>Whatever the order, each decision was made by those whom the stream shows as there, and the change has it, too.</summary>
    private async Task Race(Deed[] deeds, Action<string[], BoardMeeting> check)
    {
        var told = new string[deeds.Length];
        var actors = deeds.Select((deed, at) => (Func<IEventStore, Task>)(async store =>
            told[at] = await _chamber.Told(store, deed.Command, deed.Actor, new CommandId(deed.CommandId)).ConfigureAwait(false))).ToArray();
        var plays = await Turnstile.Explore(await Chamber.Beginning(_store), actors, async store =>
        {
            check(told, (await _chamber.Meetings(store).FindAsync(Chamber.Id))!);
            await _chamber.Agree(store);
            WereThere(await Chamber.Events(store));
        });

        output.WriteLine(FormattableString.Invariant($"{plays} interleavings"));
        plays.Should().BeGreaterThan(10);
    }

    private static void WereThere(List<MeetingEvent> events)
    {
        var present = new SortedSet<ActorId>();
        foreach (var happened in events)
        {
            present.UnionWith(happened switch { MeetingOpened it => it.Present, PeopleArrived it => it.People, _ => [] });
            present.ExceptWith(happened is PeopleDeparted gone ? gone.People : []);
            if (happened is ItemRuled ruled)
            {
                ruled.Ruling.Attendance.Should().Equal(present);
            }
        }
    }

    private sealed record Deed(MeetingCommand Command, Actor Actor, string CommandId);
}
