using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Breaking glass, freezes, and the debt of an emergency (S-9, S-33, S-34).</summary>
public sealed class EmergencyTests
{
    private static readonly Duration Microsecond = Duration.FromNanoseconds(1_000);

    [Fact]
    public void Glass_is_broken_by_two_people_and_the_debt_runs_from_then()
    {
        var traveler = new Traveler("emergency").Go("RequestBreakGlass", "BreakGlass");
        var broken = (GlassBroken)traveler.Events[^1];

        (broken.Proposer, broken.Header.Stamp.Actor).Should().Be((Cast.Petra.Id, Cast.Quinn));
        broken.Debt.Should().Be(new EmergencyDebt(Cast.Opening + Duration.FromDays(1), Cast.Opening + Duration.FromDays(7)));
        traveler.Change.Debt.Should().Be(broken.Debt);
        broken.Slots.Should().Equal(new Slot(Cast.Opening, Cast.Opening + Duration.FromMinutes(50)));
    }

    [Theory]
    [InlineData("petra", false)]
    [InlineData("robot", true)]
    public void The_second_person_is_neither_the_first_nor_a_service_account(string confirmer, bool isService)
    {
        var traveler = new Traveler("emergency").Go("RequestBreakGlass");
        var id = new ActorId(confirmer);
        var actor = isService ? Actor.Service(id, Cast.Quinn.Id) : Actor.Human(id);

        traveler.Ask(traveler.By(actor, new ConfirmBreakGlass())).Refusals.Select(refusal => refusal.Code).Should().Equal("change.emergency.same-person");
    }

    [Fact]
    public void A_proposal_stands_until_one_microsecond_before_it_expires()
    {
        var traveler = new Traveler("emergency").Go("RequestBreakGlass");
        var expires = Cast.Opening + Duration.FromHours(1);

        traveler.Change.BreakGlassRequest!.Expires.Should().Be(expires);
        traveler.Ask(traveler.By(Cast.Quinn, new ConfirmBreakGlass(), expires - Microsecond)).Refusals.Should().BeEmpty();
        traveler.Ask(traveler.By(Cast.Quinn, new ConfirmBreakGlass(), expires)).Refusals.Select(refusal => refusal.Code).Should().Equal("change.emergency.proposal-expired");
    }

    [Theory]
    [InlineData("material", false)]
    [InlineData("immaterial", true)]
    public void A_proposal_is_for_the_content_that_its_proposer_saw(string edit, bool stands)
    {
        var traveler = new Traveler("emergency").Go("RequestBreakGlass");
        traveler.Do(traveler.Good("Amend", edit)).Refusals.Should().BeEmpty();

        traveler.Ask(traveler.Good("BreakGlass")).Refusals.Select(refusal => refusal.Code).Where(code => code.EndsWith("missing", StringComparison.Ordinal)).Should().HaveCount(stands ? 0 : 1);
    }

    [Fact]
    public void A_proposal_does_not_outlive_its_draft()
    {
        var submitted = new Traveler("emergency").Go("RequestBreakGlass", "Submit", "Reject", "Revise");
        var retyped = new Traveler("emergency").Go("RequestBreakGlass", "ChangeType");

        submitted.Change.BreakGlassRequest.Should().BeNull();
        retyped.Change.BreakGlassRequest.Should().BeNull();
    }

    [Theory]
    [InlineData(Grade.High, 2, true)]
    [InlineData(Grade.Medium, 2, false)]
    [InlineData(Grade.High, 3, false)]
    public void Glass_is_broken_for_what_is_severe_and_not_too_often(Grade severity, int uses, bool may)
    {
        var traveler = new Traveler("emergency").Go("RequestBreakGlass");
        var move = traveler.Good("BreakGlass");

        traveler.Ask(move with { Facts = move.Facts with { Emergency = Cast.Emergency with { Incident = Cast.Emergency.Incident! with { Severity = severity }, BreakGlassUses = uses } } }).Refusals.Should().HaveCount(may ? 0 : 1);
    }

    [Theory]
    [InlineData("emergency", true)]
    [InlineData("normal", false)]
    [InlineData("Emergency", false)]
    public void A_freeze_is_passed_only_by_an_exemption_that_names_the_class(string exempt, bool passes)
    {
        var traveler = new Traveler("emergency").Go("RequestBreakGlass");
        var freeze = new Freeze(new RuleId("f"), "f", "Etc/UTC", Recurrence.Once(Cast.Opening.InUtc().LocalDateTime), RuleLength.For(Duration.FromHours(5)), Scope.Everything, string.Empty) { Exempt = [new ChangeClass(exempt)] };
        var calendar = ChangeCalendar.Define(new CalendarId("c"), 1, CalendarDefault.ClosedByDefault, [freeze], DateTimeZoneProviders.Tzdb);
        var move = traveler.Good("BreakGlass");

        traveler.Ask(move with { Facts = move.Facts with { Calendar = calendar } }).Refusals.Select(refusal => refusal.Code).Should().Equal(passes ? [] : new[] { "change.slot.frozen-now" });
    }

    [Fact]
    public void An_emergency_that_starts_now_records_whom_it_runs_into()
    {
        var traveler = new Traveler("emergency").Go("Submit", "Authorize");
        var other = new Holding(new Slot(traveler.Now - Duration.FromHours(1), traveler.Now + Duration.FromHours(1)), Cast.Content.Targets);
        var move = traveler.Good("Start");

        var started = (ChangeStarted)traveler.Do(move with { Facts = move.Facts with { Bookings = Bookings.None with { Others = [other] } } }).Events.Single();

        started.Conflicts.Should().Equal(other.Slot);
        started.Debt.Should().NotBeNull();
    }

    [Theory]
    [InlineData("emergency", false)]
    [InlineData("normal", true)]
    public void Overdue_debt_asks_the_next_emergency_for_one_more_approver_and_nobody_else(string model, bool may)
    {
        var traveler = model == "normal" ? new Traveler(model).Go("Submit", "CompleteAssessment", "CastVote", "CastVote") : new Traveler(model).Go("Submit", "CastVote", "CastVote");
        var overdue = Cast.Emergency with { OverdueDebts = 2 };
        var move = traveler.Good("Authorize");
        traveler.Ask(move with { Facts = move.Facts with { Emergency = overdue } }).Refusals.Should().HaveCount(may ? 0 : 1);

        traveler.Go("CastVote");
        move = traveler.Good("Authorize");
        traveler.Ask(move with { Facts = move.Facts with { Emergency = overdue } }).Refusals.Should().BeEmpty();
    }

    [Fact]
    public void A_change_that_is_not_an_emergency_owes_nothing() =>
        new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize", "Schedule", "Start").Change.Debt.Should().BeNull();
}
