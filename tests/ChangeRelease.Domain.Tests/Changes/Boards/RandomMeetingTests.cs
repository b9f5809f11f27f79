using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Boards;

/// <summary>Meetings at random: whatever is recorded in whatever order, no decision stands whose quorum was not there (S-22, S-24).</summary>
public sealed class RandomMeetingTests(ITestOutputHelper output)
{
    private const int Seed = 480_022;
    private const int Meetings = 600;
    private const int Steps = 24;

    // Seven members, of whom Rita requested the changes, and two guests.
    private static readonly ActorId[] People = [.. Cast.Members.Take(3).Select(member => member.Id), Cast.Rita.Id, Cast.Rex.Id, Session.Chair.Id];

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    [Fact]
    public void No_decision_is_recorded_whose_quorum_was_not_there_and_minutes_read_back_equal()
    {
        var dice = new Random(Seed);
        for (var number = 0; number < Meetings; number++)
        {
            var session = new Session().Go("SetAgenda").Must(new OpenMeeting([.. People.Where(_ => dice.Next(3) == 0)]), Session.Secretary);
            for (var step = 0; step < Steps && session.State == "InSession"; step++)
            {
                Take(session, dice);
            }

            Check(session);
        }

        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {Meetings} meetings; {string.Join(", ", _seen.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => FormattableString.Invariant($"{pair.Value} {pair.Key}")))}"));
        (_seen["decided"], _seen["refused for the quorum"], _seen["with somebody struck out"], _seen["adjourned"], _seen["came again"])
            .Should().Match<(int Decided, int Refused, int Struck, int Adjourned, int Again)>(seen =>
                seen.Decided > Meetings / 3 && seen.Refused > Meetings / 3 && seen.Struck > Meetings / 6 && seen.Adjourned > Meetings / 6 && seen.Again > Meetings / 6);
    }

    private void Take(Session session, Random dice)
    {
        session.Now += Duration.FromMinutes(dice.Next(3));
        var command = Any(session, dice);
        var present = Present(session.Events);
        var decision = session.Do(command, dice.Next(8) == 0 ? Session.Chair : Session.Secretary);
        if (command is not DecideItem)
        {
            return;
        }

        var isQuorate = present.Count(Counts) >= 2;
        if (decision.IsAccepted)
        {
            isQuorate.Should().BeTrue("two members without a hand in the change are there");
            session.Enter();
        }
        else if (!isQuorate && decision.Refusals.Any(refusal => refusal.Facts.Any(fact => fact.Value == "change.authorization.board-quorum-missing")))
        {
            Count("refused for the quorum");
        }
    }

    private static MeetingCommand Any(Session session, Random dice)
    {
        var change = session.Changes.Keys.ElementAt(dice.Next(session.Changes.Count));
        return dice.Next(12) switch
        {
            < 3 => new RecordArrival([.. People.Where(_ => dice.Next(4) == 0).Except(session.Meeting.Present)]),
            < 6 => new RecordDeparture([.. session.Meeting.Present.Where(_ => dice.Next(3) == 0)]),
            < 9 => session.Decide(change, (VoteChoice)dice.Next(3)),
            9 => new DeferItem(change, "later"),
            10 => new AdjournMeeting(),
            _ => new SetMeetingAgenda(session.Meeting.Agenda with { Items = [.. session.Meeting.Agenda.Items.OrderBy(_ => dice.Next())] }),
        };
    }

    // What the minutes say, against the history read by hand.
    private void Check(Session session)
    {
        var minutes = session.Minutes;
        MeetingJson.ReadMinutes(MeetingJson.Write(minutes)).Should().Be(minutes);
        BoardMeeting.Fold(session.Events).Should().Be(session.Meeting);
        for (var at = 0; at < session.Events.Count; at++)
        {
            if (session.Events[at] is not ItemRuled ruled)
            {
                continue;
            }

            var present = Present(session.Events.Take(at));
            var decision = minutes.Items.Single(item => item.Pinned.Change == ruled.Ruling.Change).Decision!;
            decision.Present.Should().BeEquivalentTo(present);
            decision.Quorum.Counting.Should().BeEquivalentTo(present.Where(Counts)).And.HaveCountGreaterThanOrEqualTo(2);
            decision.Quorum.Struck.Select(struck => struck.Person).Should().BeEquivalentTo(present.Where(person => !Counts(person)));
            minutes.Attendance.Where(presence => presence.From <= decision.At && (presence.Until is not { } until || decision.At <= until)).Select(presence => presence.Person)
                .Should().Contain(present, "the minutes show as present whoever was counted");
            Count("decided", decision.Quorum.Struck.Count > 0 ? "with somebody struck out" : "without");
        }

        Count(session.State == "Adjourned" ? "adjourned" : "still open", minutes.Attendance.GroupBy(presence => presence.Person).Any(often => often.Count() > 1) ? "came again" : "came once");
    }

    private static bool Counts(ActorId person) => Cast.Members.Any(member => member.Id == person);

    private static HashSet<ActorId> Present(IEnumerable<MeetingEvent> events)
    {
        var present = new HashSet<ActorId>();
        foreach (var happened in events)
        {
            present.UnionWith(happened switch { MeetingOpened it => it.Present, PeopleArrived it => it.People, _ => [] });
            present.ExceptWith(happened switch { PeopleDeparted it => it.People, MeetingAdjourned => [.. present], _ => (IEnumerable<ActorId>)[] });
        }

        return present;
    }

    private void Count(params string[] what) => Array.ForEach(what, each => _seen[each] = _seen.GetValueOrDefault(each) + 1);
}
