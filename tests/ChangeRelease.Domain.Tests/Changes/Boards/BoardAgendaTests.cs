using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Boards;

/// <summary>What is on a board's agenda, and in which order.</summary>
public sealed class BoardAgendaTests(ITestOutputHelper output)
{
    private static readonly ChangeFacts Facts = Cast.Facts with { Policy = Cast.BoardPolicy };
    private static readonly AgendaTerms Terms = new(Cast.Cab.Id);
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Grade?[] Urgencies = [null, Grade.Low, Grade.Critical];

    [Fact]
    public void A_change_is_on_the_agenda_from_when_it_waits_for_the_board_until_the_board_decided()
    {
        var traveler = new Traveler("normal");
        Listed(traveler).Should().BeFalse("a draft waits for nobody");

        traveler.Go("Submit", "CompleteAssessment");
        Listed(traveler).Should().BeTrue();

        traveler.Go("RecordDecision");
        Listed(traveler).Should().BeFalse("the board decided");

        traveler.Go("WithdrawDecision");
        Listed(traveler).Should().BeTrue("the decision was taken back");
    }

    [Fact]
    public void What_is_ratified_is_on_the_agenda_too_and_what_is_approved_is_not()
    {
        Listed(new Traveler("retrospective").Go("Submit")).Should().BeTrue();
        Listed(new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize")).Should().BeFalse();
        Listed(new Traveler("pre-approved").Go("Submit")).Should().BeFalse();
    }

    [Fact]
    public void Without_policy_directory_or_board_and_out_of_turn_nothing_is_on_it()
    {
        var change = Waiting(1, Cast.Opening);
        var sequence = new ApprovalRule("normal", ApprovalAct.Authorize, Ask.InSequence(Ask.Person(Cast.Rex.Id), Ask.Board(Cast.Cab.Id)));

        Agenda([change], Facts with { Policy = null }).Items.Should().BeEmpty();
        Agenda([change], Facts with { Policy = Cast.Policy }).Items.Should().BeEmpty("the policy asks people");
        Agenda([change], Facts with { Directory = null }).Items.Should().BeEmpty();
        Agenda([change], Facts with { Directory = Cast.Directory with { Boards = [Cast.Cab, Cast.Cab] } }).Items.Should().BeEmpty();
        Agenda([change], Facts with { Policy = Cast.Policy with { Rules = [sequence] } }).Items.Should().BeEmpty();
        Agenda([change with { Votes = [new Vote(Cast.Rex.Id, VoteChoice.Approve, change.Digest, change.LastAt, string.Empty)] }], Facts with { Policy = Cast.Policy with { Rules = [sequence] } }).Items.Should().ContainSingle();
    }

    [Fact]
    public void An_item_says_who_would_be_struck_out_and_whether_the_board_can_decide_at_all()
    {
        var directory = Cast.Listing([Cast.Rita.Id, Cast.Members[0].Id]);

        var item = Agenda([Waiting(1, Cast.Opening)], Facts with { Directory = directory }).Items[0];

        item.IfAllAttend.Struck.Select(struck => struck.Person).Should().Equal(Cast.Rita.Id);
        item.IfAllAttend.IsReached.Should().BeFalse();
        item.IfAllAttend.Missing.Should().Be(1);
    }

    [Fact]
    public void What_the_terms_leave_out_is_told_with_the_reason()
    {
        var changes = new[] { Waiting(1, Cast.Opening), Waiting(2, Cast.Opening + Hour), Waiting(3, Cast.Opening, Grade.Low), Waiting(4, Cast.Opening, service: "mail") };
        var terms = Terms with { CutOff = Cast.Opening + Hour, LeastRisk = Grade.Medium, Services = [new ServiceId("payments")] };

        var agenda = BoardAgenda.Of(terms, changes, Facts, PriorityTable.Plain);

        agenda.Items.Select(item => item.Change.Value).Should().Equal("CHG-1");
        agenda.LeftOut.Select(left => $"{left.Item.Change}: {left.Why}").Should().Equal(
            "CHG-3: its risk is Low, and the board looks at Medium and above",
            "CHG-4: it affects [mail], and the board looks at [payments]",
            "CHG-2: it waits since 2026-11-02T09:00:00Z, and the agenda was closed at 2026-11-02T09:00:00Z");
    }

    [Fact]
    public void What_nobody_assessed_or_located_is_not_left_out()
    {
        var unknown = Waiting(1, Cast.Opening);
        unknown = unknown with { Content = unknown.Content with { Assessment = null, Services = [] } };

        BoardAgenda.Of(Terms with { LeastRisk = Grade.Critical, Services = [new ServiceId("mail")] }, [unknown], Facts, PriorityTable.Plain).Items.Should().ContainSingle();
    }

    [Fact]
    public void A_note_or_a_vote_does_not_make_a_change_wait_anew_and_an_edit_does()
    {
        var traveler = new Traveler("normal").Go("Submit", "CompleteAssessment");
        var since = traveler.Change.Since;

        traveler.Now += Hour;
        traveler.Go("Annotate", "CastVote");
        traveler.Change.Since.Should().Be(since);

        traveler.Go("Amend");
        traveler.Change.Since.Should().Be(since + Hour);
    }

    [Fact]
    public void The_order_is_total_that_of_the_backlog_and_does_not_depend_on_the_order_of_the_changes()
    {
        var (random, ties) = (new Random(23), 0);
        for (var sample = 0; sample < 300; sample++)
        {
            var changes = Enumerable.Range(1, 8).Select(number => Waiting(number, Cast.Opening + (random.Next(3) * Hour), urgency: Urgencies[random.Next(3)])).ToList();
            var shuffled = changes.OrderBy(_ => random.Next()).ToList();

            var (one, other) = (Agenda(changes, Facts), Agenda(shuffled, Facts));

            other.Should().Be(one);
            one.Items.Should().HaveCount(8);
            one.Items.Select(item => item.Change).Should().Equal(Backlog.Order(shuffled, PriorityTable.Plain).Select(entry => entry.Id));
            foreach (var (first, second) in one.Items.Zip(one.Items.Skip(1)))
            {
                var (before, after) = (Place(first), Place(second));
                (before.CompareTo(after) < 0).Should().BeTrue($"{before} stands before {after}");
                ties += before.Priority == after.Priority && first.Since == second.Since ? 1 : 0;
            }
        }

        output.WriteLine($"{ties} ties told apart by id");
        ties.Should().BeGreaterThan(100);
    }

    [Fact]
    public void A_change_that_is_named_twice_is_a_mistake_of_the_caller() =>
        FluentActions.Invoking(() => Agenda([Waiting(1, Cast.Opening), Waiting(1, Cast.Opening)], Facts)).Should().Throw<ArgumentException>();

    private static BoardAgenda Agenda(IEnumerable<ChangeRequest> changes, ChangeFacts facts) => BoardAgenda.Of(Terms, changes, facts, PriorityTable.Plain);

    private static bool Listed(Traveler traveler) => Agenda([traveler.Change], Facts with { Stamp = new Stamp(traveler.Now, Cast.Clara, new CommandId("ask")) }).Items.Count > 0;

    // Said again without the library's own comparison.
    private static (int Priority, Instant Since, string Name) Place(AgendaItem item) => (item.Priority is { } priority ? (int)priority : 9, item.Since, item.Change.Value);

    private static ChangeRequest Waiting(int number, Instant since, Grade risk = Grade.Medium, string service = "payments", Grade? urgency = null)
    {
        var change = new Traveler("normal").Go("Submit", "CompleteAssessment").Change;
        return change with
        {
            Id = new ChangeId(FormattableString.Invariant($"CHG-{number}")),
            Since = since,
            Content = change.Content with { Services = [new ServiceId(service)], Urgency = urgency, Assessment = change.Content.Assessment! with { Risk = risk } },
        };
    }
}
