using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Boards;

/// <summary>A desk dies between the meeting and the change; the next touch goes on, and what was decided stands in both or in neither.</summary>
public sealed class MeetingCrashTests(ITestOutputHelper output)
{
    private readonly Chamber _chamber = new();
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task A_decision_that_the_change_has_not_taken_up_is_taken_up_by_the_next_touch_for_who_recorded_it()
    {
        await _chamber.Sit(_store);
        await Dies("change", isAfter: false);
        (await _chamber.Meetings(_store).FindAsync(Chamber.Id))!.ItemOf(World.One)!.Ruling!.IsEntered.Should().BeFalse();

        await _chamber.Must(_store, new RecordDeparture(Chamber.Everybody), Chamber.Chair);

        var ruling = (await _chamber.Meetings(_store).FindAsync(Chamber.Id))!.ItemOf(World.One)!.Ruling!;
        (ruling.IsEntered, ruling.Stamp.Actor).Should().Be((true, Chamber.Secretary));
        ruling.Decision.Attendance.Should().Equal(Chamber.Everybody, "who was there is who was there when it was decided");
        await _chamber.Agree(_store);
    }

    [Fact]
    public async Task A_decision_that_the_change_has_taken_up_is_known_to_the_meeting_after_the_next_touch()
    {
        await _chamber.Sit(_store);
        await Dies("change", isAfter: true);
        await _chamber.Must(_store, new DeferItem(World.Two, "why"), Chamber.Chair);

        (await _chamber.Told(_store, new DeferItem(World.One, "why"), Chamber.Chair, new CommandId("defer"))).Should().Be("meeting.item.taken");
        await _chamber.Must(_store, new AdjournMeeting());
        await _chamber.Agree(_store);
    }

    [Fact]
    public async Task A_decision_that_the_change_no_longer_takes_is_returned_and_the_item_is_open_again()
    {
        await _chamber.Sit(_store);
        await Dies("change", isAfter: false);
        await World.Must(_chamber.Changes(_store), World.One, "cancel", new CancelChange("no need"), World.Person("dora"));

        (await _chamber.Told(_store, await _chamber.Decide(_store, World.One), Chamber.Secretary, new CommandId("dies"))).Should().Be("meeting.request.returned");

        var meeting = (await _chamber.Meetings(_store).FindAsync(Chamber.Id))!;
        meeting.ItemOf(World.One)!.IsOpen.Should().BeTrue();
        meeting.Returned.Should().ContainSingle();
        (await Chamber.Events(_store)).OfType<RulingReturned>().Should().ContainSingle().Which.Reasons.Should().ContainSingle().Which.Should().StartWith("lifecycle.transition.undefined: ");
        await _chamber.Must(_store, new DeferItem(World.One, "it was canceled"));
    }

    [Fact]
    public async Task Asking_sees_what_doing_would_finish_first_and_writes_nothing()
    {
        await _chamber.Sit(_store);
        await Dies("change", isAfter: false);
        var (meeting, change) = (await World.Records(_store, Chamber.Stream), await World.Records(_store, World.StreamOf(World.One)));

        var asked = await _chamber.Meetings(_store).ExplainAsync(Chamber.Id, new DeferItem(World.One, "why"), Chamber.Chair, new CommandId("asked"));
        var prospects = await _chamber.Meetings(_store).AskAsync(Chamber.Id, Chamber.Chair);

        asked.Refusals.Select(refusal => refusal.Code).Should().Equal("meeting.item.taken");
        prospects!.For(MeetingTriggers.Adjourn)!.Refusals.Should().ContainSingle("one item is left").Which.Explanation.Should().Contain("CHG-2");
        (await World.Records(_store, Chamber.Stream)).Should().Equal(meeting);
        (await World.Records(_store, World.StreamOf(World.One))).Should().Equal(change);
    }

    /// <summary>Wherever the connection breaks, whoever comes next, the meeting and the change say the same, and what was decided is decided once.</summary>
    [Theory]
    [InlineData("the same again")]
    [InlineData("somebody else")]
    public async Task Wherever_a_decision_breaks_it_stands_in_both_streams_or_in_neither(string next)
    {
        await _chamber.Sit(_store);
        var (beginning, decide) = (await Chamber.Beginning(_store), await _chamber.Decide(_store, World.One));
        var (breaks, decided) = (0, 0);
        for (var isOver = false; !isOver; breaks++)
        {
            foreach (var isAfter in (bool[])[false, true])
            {
                var store = await beginning.Restored();
                isOver |= await Breaks(new FaultyStore(store, breaks + 1, isAfter), decide);

                if (next == "the same again")
                {
                    (await _chamber.Told(store, decide, Chamber.Secretary, new CommandId("dies"))).Should().Be("accepted");
                }
                else
                {
                    await _chamber.Must(store, new RecordDeparture([World.Cid.Id]), Chamber.Chair);
                }

                var ruling = (await _chamber.Meetings(store).FindAsync(Chamber.Id))!.ItemOf(World.One)!.Ruling;
                decided += ruling is null ? 0 : 1;
                (ruling?.Decision.Attendance ?? Chamber.Everybody).Should().Equal(Chamber.Everybody);
                await _chamber.Agree(store);
            }
        }

        output.WriteLine(FormattableString.Invariant($"{breaks} places to break, decided in {decided} of {2 * breaks}"));
        breaks.Should().BeGreaterThan(8);
        decided.Should().BeGreaterThan(4).And.BeLessThanOrEqualTo(2 * breaks);
    }

    [Fact]
    public async Task Whatever_is_done_and_breaks_at_random_meeting_and_changes_agree_once_somebody_comes_by()
    {
        var (dice, breaks, decided) = (new Random(49), 0, 0);
        for (var round = 0; round < 60; round++)
        {
            var (chamber, store) = (new Chamber(), new InMemoryEventStore());
            await chamber.Sit(store);
            for (var step = 0; step < 12; step++)
            {
                chamber.Now += Duration.FromMinutes(1);
                var desk = chamber.Meetings(dice.Next(3) > 0 ? new FaultyStore(store, dice.Next(1, 12), dice.Next(2) == 0) : store);
                try
                {
                    await desk.HandleAsync(Chamber.Id, await Any(chamber, store, dice), dice.Next(2) == 0 ? Chamber.Chair : Chamber.Secretary, chamber.Next());
                }
                catch (IOException)
                {
                    breaks++;
                }
            }

            await chamber.Meetings(store).HandleAsync(Chamber.Id, new RecordArrival([World.Person("guest").Id]), Chamber.Chair, chamber.Next());
            await chamber.Agree(store);
            decided += (await chamber.Meetings(store).FindAsync(Chamber.Id))!.Items.Count(item => item.Ruling is not null);
        }

        output.WriteLine(FormattableString.Invariant($"{breaks} breaks in 720 steps, {decided} decisions"));
        breaks.Should().BeGreaterThan(100);
        decided.Should().BeGreaterThan(30);
    }

    private static async Task<MeetingCommand> Any(Chamber chamber, IEventStore store, Random dice)
    {
        var id = dice.Next(2) == 0 ? World.One : World.Two;
        var present = (await chamber.Meetings(store).FindAsync(Chamber.Id))!.Present;
        return dice.Next(10) switch
        {
            < 4 => await chamber.Decide(store, id),
            4 => new DeferItem(id, "later"),
            < 7 => new RecordDeparture(present.Count > 0 ? [present[dice.Next(present.Count)]] : [World.Ann.Id]),
            _ => new RecordArrival([.. Chamber.Everybody.Except(present)]),
        };
    }

    private async Task<bool> Breaks(IEventStore faulty, DecideItem decide)
    {
        try
        {
            await _chamber.Meetings(faulty).HandleAsync(Chamber.Id, decide, Chamber.Secretary, new CommandId("dies"));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task Dies(string kind, bool isAfter)
    {
        var faulty = new FaultyStore(_store, 1, isAfter) { Kind = kind };
        (await Breaks(faulty, await _chamber.Decide(_store, World.One))).Should().BeFalse();
    }
}
