using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Assessing;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Templates;

/// <summary>A template authorizes while all of it holds; each reason why it does not is told, alone and together with the others (S-30, S-31).</summary>
public sealed class LapseTests
{
    private static readonly Duration Least = Duration.FromNanoseconds(1_000);

    private static readonly TemplateStanding Standing = TemplateStanding.Of(new Play().Publish().Template, null, null, Cast.Opening);

    private static readonly ChangeContent Content = Play.Content.FillIn(Play.Id, Cast.Content) with { TemplateArguments = TemplateParameterTests.Good };

    /// <summary>Everything that can be wrong with a template or with what a change says, each with its word.</summary>
    private static readonly (string Kind, Func<TemplateStanding, TemplateStanding> Spoil)[] Spoils =
    [
        ("suspended", standing => standing with { IsSuspended = true }),
        ("retired", standing => standing with { IsRetired = true }),
        ("superseded", standing => standing with { SupersededBy = 2 }),
        ("expired", standing => standing with { Expires = Cast.Opening }),
        ("budget-exhausted", standing => standing with { ExhaustedBy = "2 of the last 5 changes failed" }),
        ("out-of-scope", standing => standing with { Services = [new ServiceId("ledger")] }),
        ("out-of-scope", standing => standing with { Environments = [] }),
        ("plan-differs", standing => standing with { ImplementationPlan = ChangePlan.Of("another") }),
        ("plan-differs", standing => standing with { TestPlan = ChangePlan.Of("another") }),
        ("plan-differs", standing => standing with { RemediationPlan = ChangePlan.Of("another") }),
        ("argument-out-of-bounds", standing => standing with { Parameters = [.. standing.Parameters.Skip(1), new NumberParameter("pods", "Fewer.", 1, 2)] }),
        ("argument-out-of-bounds", standing => standing with { Parameters = [.. standing.Parameters.Skip(1)] }),
    ];

    /// <summary>What can be wrong only with a change that was submitted.</summary>
    private static readonly (string Kind, Func<TemplateStanding, TemplateStanding> Spoil)[] InFlight =
    [
        ("use-lost", standing => standing with { HoldsUse = false }),
        ("superseded", standing => standing with { Version = 2 }),
    ];

    public static TheoryData<string> Models => ["standard", "pre-approved"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Without_a_lapse_a_change_is_submitted_and_keeps_the_version(string model)
    {
        var change = Draft(model);
        var submitted = (ChangeSubmitted)Decide(change, new SubmitChange(), Standing).Events.Single();

        submitted.Pin.Should().Be(new TemplatePin(Play.Id, 1));
        ChangeRequest.Fold(change, submitted).Pin.Should().Be(submitted.Pin);
        ChangeJson.ReadEvent(ChangeJson.Write(submitted)).Should().Be(submitted);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Each_lapse_alone_refuses_a_use_with_its_reason_and_its_cure(string model) => Spoils.Should().AllSatisfy(lapse =>
    {
        var refusal = Decide(Draft(model), new SubmitChange(), lapse.Spoil(Standing)).Refusals.Should().ContainSingle().Which;

        Told(refusal).Should().Be(("change.template.lapsed", lapse.Kind));
        refusal.Remedies.Select(remedy => remedy.ToString()).Should().Contain("Open the change as a normal one").And.HaveCount(2);
    });

    [Theory]
    [MemberData(nameof(Models))]
    public void Each_lapse_alone_keeps_a_change_in_flight_from_everything_but_falling_back(string model) => Spoils.Concat(InFlight).Should().AllSatisfy(lapse =>
    {
        var (change, standing) = (Submitted(model), lapse.Spoil(Standing));
        ChangeCommand next = model == "standard" ? new AuthorizeChange() : new ScheduleChange(new Slot(Cast.Opening + Duration.FromHours(1), Cast.Opening + Duration.FromHours(3)));

        var refusal = Decide(change, next, standing).Refusals.Single(refusal => refusal.Code == "change.template.lapsed");
        Told(refusal).Kind.Should().Be(lapse.Kind);
        refusal.Remedies.Select(remedy => remedy.ToString()).Should().Contain("Fall back to the way of a normal change");

        var fell = (ChangeFellBack)Decide(change, new FallBackToNormal("found out"), standing).Events.Single();
        fell.Lapses.Should().Equal(refusal.Explanation);
        ChangeJson.ReadEvent(ChangeJson.Write(fell)).Should().Be(fell);
        var after = ChangeRequest.Fold(change, fell);
        (after.Status, after.Model.Id, after.Pin, after.UsedTemplate).Should().Be((ChangeStates.Assessing, "normal", null, Play.Id));
    });

    [Fact]
    public void Every_lapse_is_told_at_once()
    {
        var spoiled = Spoils.Concat(InFlight.Take(1)).Aggregate(Standing, (so, lapse) => lapse.Spoil(so));

        var told = Decide(Submitted("pre-approved"), new ScheduleChange(ValueList<Slot>.Empty), spoiled).Refusals.Where(refusal => refusal.Code == "change.template.lapsed").ToList();

        told.Select(refusal => Told(refusal).Kind).Should().BeEquivalentTo(
            "suspended", "retired", "superseded", "expired", "budget-exhausted", "out-of-scope", "out-of-scope", "plan-differs", "plan-differs", "plan-differs", "argument-out-of-bounds", "argument-out-of-bounds", "use-lost");
        told.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void An_unpublished_template_and_a_used_up_one_refuse_new_uses()
    {
        Told(Decide(Draft("standard"), new SubmitChange(), TemplateStanding.Of(new Play().Template, null, null, Cast.Opening)).Refusals.Single()).Kind.Should().Be("not-published");
        Told(Decide(Draft("standard"), new SubmitChange(), TemplateStanding.Of(new Play().Go("Retire").Template, null, null, Cast.Opening)).Refusals.Single()).Kind.Should().Be("retired");
        Decide(Draft("standard"), new SubmitChange(), Standing with { UsesLeft = 0 }).Refusals.Single().Code.Should().Be("change.template.used-up");
        Decide(Draft("standard"), new SubmitChange(), Standing with { UsesLeft = 1 }).Refusals.Should().BeEmpty();
    }

    [Fact]
    public void A_template_passes_one_microsecond_before_it_expires_and_fails_then()
    {
        var expires = Standing.Expires!.Value;

        Decide(Draft("standard"), new SubmitChange(), Standing, expires - Least).Refusals.Should().BeEmpty();
        Told(Decide(Draft("standard"), new SubmitChange(), Standing, expires).Refusals.Single()).Kind.Should().Be("expired");
        Decide(Submitted("standard"), new FallBackToNormal("over"), Standing, expires - Least).Refusals.Single().Code.Should().Be("change.template.still-stands");
        Decide(Submitted("standard"), new FallBackToNormal("over"), Standing, expires).Refusals.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Grade.Low, true)]
    [InlineData(Grade.Medium, true)]
    [InlineData(Grade.High, false)]
    [InlineData(Grade.Critical, false)]
    public void A_change_that_is_riskier_than_the_ceiling_is_not_covered(Grade risk, bool isCovered)
    {
        var assessed = Content with { Assessment = new Assessment(Grade.Critical, risk, string.Empty, Cast.Asa.Id) };

        TemplateLapse.Of(Standing, assessed, null, isInFlight: false, Cast.Opening, new ForeseenRisk([], [])).Select(lapse => lapse.Kind).Should().Equal(isCovered ? [] : ["risk-too-high"]);
    }

    [Theory]
    [InlineData(200, 199, 3, null)]
    [InlineData(200, 120, 3, "the risk of the change is High: 120 of 200 similar changes succeeded, so up to 46.92 % may fail")]
    [InlineData(200, 199, 2, "the risk of the change is High: 1 service of weight 1 depends on what it affects: ledger")]
    public void The_ceiling_is_held_against_what_the_scheme_finds_without_anybody(int similar, int succeeded, int high, string? told)
    {
        var scheme = AssessmentScheme.Define(new SchemeId("counting"), 1, new AssessmentDraft { History = Schemes.Draft.History, BlastRadius = new BlastRadius(new GradeScale(Grade.Low, [new(high - 1, Grade.High)])) });
        var graph = ServiceGraph.Of("cmdb 8", [new(new("payments")), new(new("ledger"))], [new(new("ledger"), new("payments"))]);
        Decision<ChangeEvent> Told(string model, ChangeCommand command, SimilarChanges? counted, ServiceGraph? known)
        {
            var traveler = new Traveler(model);
            var move = command is FallBackToNormal ? traveler.Go("Submit").By(Cast.Oscar, command) : traveler.By(Cast.Rita, command);
            return traveler.Ask(move with { Facts = move.Facts with { Scheme = scheme, Similar = counted, ServiceGraph = known } });
        }

        var counted = new SimilarChanges(similar, succeeded);
        foreach (var model in new[] { "standard", "pre-approved" })
        {
            Told(model, new SubmitChange(), counted, graph).Refusals.Select(refusal => refusal.Explanation).Should().Equal(told is null ? [] : [$"The template restart covers risks up to Low, and {told}."]);
            Told(model, new SubmitChange(), null, graph).Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Should().Equal("change.template.risk-unknown");
            Told(model, new SubmitChange(), null, null).Refusals.Where(refusal => !refusal.IsUnjudged).Should().HaveCount(2, "each that is not known is told");
            Told(model, new SubmitChange(), counted, ServiceGraph.Of("cmdb 9", [new(new("ledger"))], [])).Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Should().Equal("change.template.risk-unknown");
            Told(model, new FallBackToNormal("the graph is away"), counted, null).Refusals.Select(refusal => refusal.Code).Should().Equal(told is null || high == 2 ? ["change.template.still-stands"] : [], "an outage is no lapse");
        }
    }

    [Fact]
    public void What_was_never_submitted_under_a_template_has_no_authority_in_flight() =>
        Told(Decide(Submitted("standard") with { Pin = null }, new AuthorizeChange(), Standing).Refusals.First(refusal => refusal.Code == "change.template.lapsed")).Kind.Should().Be("not-pinned");

    [Theory]
    [InlineData("standard", "Authorizing", "CastVote, Authorize, FallBack")]
    [InlineData("standard", "Approved", "Schedule, Reauthorize, FallBack")]
    [InlineData("standard", "Scheduled", "Reschedule, Start, Reauthorize, FallBack")]
    [InlineData("standard", "Deferred", "FallBack")]
    [InlineData("standard", "OnHold", "FallBack")]
    [InlineData("pre-approved", "Approved", "Schedule, FallBack")]
    [InlineData("pre-approved", "Scheduled", "Reschedule, Start, FallBack")]
    [InlineData("pre-approved", "OnHold", "FallBack")]
    public void Whatever_leads_on_asks_whether_the_template_stands(string model, string state, string asking) => ChangeModelCatalog.BuiltIn.Latest(model)!.Lifecycle.Description.Transitions
        .Where(row => row.From.Name == state && row.Requirements.Any(need => need.Code is "change.template.lapsed" or "change.template.still-stands"))
        .Select(row => row.Trigger.Value).Should().BeEquivalentTo(asking.Split(", "));

    [Fact]
    public void A_change_on_hold_falls_back_where_it_is_and_resumes_to_its_assessment()
    {
        var held = new Traveler("pre-approved").Go("Submit", "Schedule", "Hold", "FallBack");
        (held.State, held.Change.Model.Id, held.Change.ResumesTo).Should().Be(("OnHold", "normal", ChangeStates.Assessing));

        held.Go("Resume").State.Should().Be("Assessing");
    }

    [Fact]
    public void A_deferred_change_falls_back_where_it_is_and_resumes_to_its_assessment()
    {
        var deferred = new Traveler("standard").Go("Submit", "Defer", "FallBack");
        (deferred.State, deferred.Change.Model.Id).Should().Be(("Deferred", "normal"));

        deferred.Go("Resume").State.Should().Be("Assessing");
        deferred.Change.Deferral.Should().BeNull();
    }

    [Theory]
    [InlineData("standard", "Authorize", "Schedule")]
    [InlineData("pre-approved", "Schedule", "Schedule")]
    public void A_change_that_is_being_made_is_not_taken_back(string model, string first, string second)
    {
        var traveler = first == second ? new Traveler(model).Go("Submit", first, "Start") : new Traveler(model).Go("Submit", first, second, "Start");
        var move = traveler.By(Cast.Oscar, new CompleteChange());

        traveler.Ask(move with { Facts = move.Facts with { Template = Cast.Lapsed } }).Refusals.Should().BeEmpty();
        traveler.Ask(traveler.Good("FallBack")).Refusals.Single().Code.Should().Be("lifecycle.transition.undefined");
    }

    [Fact]
    public void A_revised_change_takes_a_new_version_when_it_is_submitted_again()
    {
        var traveler = new Traveler("standard").Go("Submit", "Reject", "Revise");
        traveler.Change.Pin.Should().BeNull();
        traveler.Change.UsedTemplate.Should().Be(Cast.Template.Id);

        var move = traveler.Good("Submit");
        traveler.Do(move with { Facts = move.Facts with { Template = Cast.Template with { Version = 4 } } });

        traveler.Change.Pin!.ToString().Should().Be("restart@4");
    }

    [Fact]
    public void A_normal_change_that_names_a_template_takes_no_use_of_it() => new Traveler("normal").Go("Submit").Change.Pin.Should().BeNull();

    private static (string Code, string Kind) Told(Refusal refusal) => (refusal.Code, refusal.Facts.SingleOrDefault(fact => fact.Name == "lapse")?.Value ?? "none");

    private static ChangeRequest Draft(string model) => new Traveler(model, Content).Change;

    private static ChangeRequest Submitted(string model)
    {
        var draft = Draft(model);
        return ChangeRequest.Fold(draft, Decide(draft, new SubmitChange(), Standing).Events.Single());
    }

    private static Decision<ChangeEvent> Decide(ChangeRequest change, ChangeCommand command, TemplateStanding standing, Instant? at = null) => ChangeDecider.Decide(
        change,
        command,
        Cast.Facts with { Stamp = new Stamp(at ?? Cast.Opening, Cast.Oscar, new CommandId(FormattableString.Invariant($"{command.Trigger}-{change.Version}"))), Template = standing });
}
