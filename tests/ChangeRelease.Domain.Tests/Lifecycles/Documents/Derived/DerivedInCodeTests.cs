using System.Text;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using NodaTime;
using ChangeNeeds = ChangeRelease.Domain.Changes.Needs;
using ReleaseNeeds = ChangeRelease.Domain.Releases.Needs;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>A derivation by document is the one by code: the same table, the same hash.</summary>
public sealed class DerivedInCodeTests
{
    private static readonly Requirement<ChangeAttempt> Known = Requirement.For<ChangeAttempt>("database.administrator.unknown").Says("It is known who administers the database.").IsMetWhen(_ => true);
    private static readonly Requirement<ChangeAttempt> ByAdministrator = Requirement.For<ChangeAttempt>("database.administrator.other-person").Says("The administrator clears it.").IsMetWhen(_ => true).After(Known);
    private static readonly Requirement<ReleaseAttempt> Operator = Requirement.For<ReleaseAttempt>("rehearsal.operator.missing").Says("A person rehearses.").IsMetWhen(_ => true);
    private static readonly Parameter<long> Days = Parameter.Number("days", "How many days at least.");
    private static readonly RequirementTemplate<ChangeAttempt> LeadTime = RequirementTemplate.For<ChangeAttempt>("lead.time.short", [Days], arguments => Requirement
        .For<ChangeAttempt>("lead.time.short").Says($"It is known {arguments.Get(Days)} days before.").IsMetWhen(_ => true));

    private static readonly Parameter<string> Finding = Parameter.Text("finding", "What was found.");
    private static readonly State DbaReview = new("DBA review", Phase.Authorization);
    private static readonly State Rehearsing = new("Rehearsing", Phase.InOrder("Rehearsal", 35));
    private static readonly State Trying = new("Trying", Phase.Ready);
    private static readonly Trigger Clear = new("Clear");
    private static readonly Vocabulary<ChangeAttempt> Words = ChangeVocabulary.BuiltIn.With(ByAdministrator).With(LeadTime);

    [Fact]
    public void A_state_between_two_with_every_side_door_and_a_trigger_that_takes_something() => ShouldBe(
        ChangeModels.Normal.Derive("database-migration", 1, change => change
            .Insert(DbaReview, ChangeStates.Assessing, ChangeStates.Authorizing).Share(DbaReview, ChangeStates.Authorizing)
            .Takes(Clear, Finding)
            .In(DbaReview).On(Clear).GoTo(ChangeStates.Authorizing).When(ByAdministrator)),
        """
        {
          "format": "change-release/derivation/1", "id": "database-migration", "version": 1, "derives": { "id": "normal", "version": 1 },
          "insert": [{ "state": "DBA review", "phase": "Authorization", "from": "Assessing", "to": "Authorizing", "shares": { "with": "Authorizing" } }],
          "triggers": [{ "name": "Clear", "takes": [{ "name": "finding", "kind": "text", "says": "What was found." }] }],
          "transitions": [{ "from": "DBA review", "on": "Clear", "to": "Authorizing", "needs": ["database.administrator.other-person"] }]
        }
        """);

    [Fact]
    public void A_state_before_another_with_some_of_its_rows() => ShouldBe(
        ChangeModels.Normal.Derive("normal", 2, change => change
            .Insert(DbaReview, ChangeStates.Authorizing).Share(DbaReview, ChangeStates.Authorizing, ChangeTriggers.Cancel, ChangeTriggers.Hold, ChangeTriggers.Annotate)
            .In(DbaReview).On(Clear).GoTo(ChangeStates.Authorizing)),
        """
        {
          "format": "change-release/derivation/1", "id": "normal", "version": 2, "derives": { "id": "normal", "version": 1 },
          "insert": [{ "state": "DBA review", "phase": "Authorization", "to": "Authorizing", "shares": { "with": "Authorizing", "on": ["Cancel", "Hold", "Annotate"] } }],
          "triggers": ["Clear"],
          "transitions": [{ "from": "DBA review", "on": "Clear", "to": "Authorizing" }]
        }
        """);

    [Fact]
    public void Requirements_everywhere_in_one_state_and_in_several_with_arguments() => ShouldBe(
        ChangeModels.Standard.Derive("guarded", 3, change => change
            .Require(ChangeTriggers.Start, Known, LeadTime.With(Arguments.Of(Days, 3)))
            .Require(ChangeStates.Draft, ChangeTriggers.Cancel, ChangeNeeds.Title)
            .Require(ChangeStates.Approved, ChangeTriggers.Hold, ByAdministrator).Require(ChangeStates.Scheduled, ChangeTriggers.Hold, ByAdministrator)),
        $$"""
        {
          "format": "change-release/derivation/1", "id": "guarded", "version": 3,
          "derives": { "id": "standard", "version": 1, "hash": "{{ChangeModels.Standard.Lifecycle.Reference.Hash.Hex}}" },
          "require": [
            { "on": "Start", "needs": ["database.administrator.unknown", { "code": "lead.time.short", "with": { "days": 3 } }] },
            { "on": "Cancel", "from": "Draft", "needs": ["change.title.missing"] },
            { "on": "Hold", "from": ["Approved", "Scheduled"], "needs": ["database.administrator.other-person"] }
          ]
        }
        """);

    [Fact]
    public void Side_doors_that_are_closed_and_a_phase_of_its_own() => ShouldBe(
        ChangeModels.Normal.Derive("strict", 1, change => change
            .Insert(Rehearsing, ChangeStates.Scheduled, ChangeStates.Implementing).Share(Rehearsing, ChangeStates.Implementing, ChangeTriggers.RecordTask)
            .Forbid(ChangeTriggers.Reauthorize).Forbid(ChangeTriggers.Hold, ChangeStates.Approved, ChangeStates.Scheduled).Forbid(ChangeTriggers.Defer, ChangeStates.Authorizing)
            .In(Rehearsing).On(Clear).GoTo(ChangeStates.Implementing).On(ChangeTriggers.Annotate).Stay().When(ChangeNeeds.Reason)),
        """
        {
          "format": "change-release/derivation/1", "id": "strict", "version": 1, "derives": { "id": "normal", "version": 1 },
          "phases": [{ "name": "Rehearsal", "order": 35 }],
          "insert": [{ "state": "Rehearsing", "phase": "Rehearsal", "from": "Scheduled", "to": "Implementing", "shares": { "with": "Implementing", "on": "RecordTask" } }],
          "forbid": [{ "on": "Reauthorize" }, { "on": "Hold", "from": ["Approved", "Scheduled"] }, { "on": "Defer", "from": "Authorizing" }],
          "triggers": ["Clear"],
          "transitions": [
            { "from": "Rehearsing", "on": "Clear", "to": "Implementing" },
            { "from": "Rehearsing", "on": "Annotate", "stay": true, "needs": ["change.reason.missing"] }
          ]
        }
        """);

    [Fact]
    public void A_release_with_an_added_state()
    {
        var code = ReleaseModels.Ordinary.Derive("rehearsed", 1, release => release
            .Insert(Trying, ReleaseStates.Authorizing, ReleaseStates.Approved).Share(Trying, ReleaseStates.Approved)
            .Require(ReleaseTriggers.StartDeployment, ReleaseNeeds.Reason)
            .In(Trying).On(Clear).GoTo(ReleaseStates.Approved).When(Operator));
        const string Document = """
            {
              "format": "change-release/derivation/1", "id": "rehearsed", "version": 1, "derives": { "id": "release", "version": 1 },
              "insert": [{ "state": "Trying", "phase": "Ready", "from": "Authorizing", "to": "Approved", "shares": { "with": "Approved" } }],
              "require": [{ "on": "StartDeployment", "needs": ["release.reason.missing"] }],
              "triggers": ["Clear"],
              "transitions": [{ "from": "Trying", "on": "Clear", "to": "Approved", "needs": ["rehearsal.operator.missing"] }]
            }
            """;

        var read = ReleaseModel.Read(Encoding.UTF8.GetBytes(Document), ReleaseVocabulary.BuiltIn.With(Operator)).OrThrow();

        read.Lifecycle.Description.Should().Be(code.Lifecycle.Description);
        (read.Lifecycle.Reference, read.GuardBand).Should().Be((code.Lifecycle.Reference, code.GuardBand));
    }

    [Fact]
    public void The_specimen_and_what_is_derived_from_it_in_turn()
    {
        var code = DerivationSpecimen.InCode();
        var read = DerivationDocument.Read(DerivationSpecimen.Text, DerivationSpecimen.Words).OrThrow();
        read.Description.Should().Be(code.Description);
        read.Reference.Should().Be(code.Reference);

        var again = DerivationDocument.Read(
            """{ "format": "change-release/derivation/1", "id": "third", "version": 1, "derives": { "id": "derived", "version": 2 }, "require": [{ "on": "Rehearse", "from": "Rehearsed", "needs": ["trial.requirement.r0"] }] }""",
            DerivationSpecimen.Words.With(read)).OrThrow();
        again.Reference.Should().Be(code.Derive("third", 1, change => change.Require(DerivationSpecimen.Rehearsed, DerivationSpecimen.Rehearse, DerivationSpecimen.Need(0))).Reference);
        LifecycleDocument.Read(LifecycleDocument.Write(again.Description), DerivationSpecimen.Words.With(read)).OrThrow().Reference.Should().Be(again.Reference);
    }

    [Fact]
    public void A_model_that_is_derived_keeps_at_least_the_ordinary_guard_band()
    {
        var document = Encoding.UTF8.GetBytes("""{ "format": "change-release/derivation/1", "id": "guarded", "version": 1, "derives": { "id": "normal", "version": 1 } }""");

        ChangeModel.Read(document, Words).OrThrow().GuardBand.Should().Be(ChangeModel.OrdinaryGuardBand);
        ChangeModel.Read(document, Words, Duration.FromMinutes(2)).OrThrow().GuardBand.Should().Be(Duration.FromMinutes(2));
        FluentActions.Invoking(() => ChangeModel.Read(document, Words, Duration.FromSeconds(29))).Should().Throw<ArgumentOutOfRangeException>();
        ChangeModel.Read(LifecycleDocument.Write(ChangeModels.Normal.Lifecycle.Description), Words, Duration.Zero).OrThrow().GuardBand.Should().Be(Duration.Zero);
    }

    [Fact]
    public void A_model_is_read_from_neither_kind_of_document_by_another_format()
    {
        var fault = ChangeModel.Read("""{ "format": "change-release/change/1" }"""u8.ToArray(), Words).Faults.Should().ContainSingle().Which;

        (fault.Code, fault.Path).Should().Be(("lifecycle.document.format-unknown", "$.format"));
        fault.Message.Should().Contain(LifecycleDocument.Format).And.Contain(DerivationDocument.Format);
    }

    private static void ShouldBe(ChangeModel code, string document)
    {
        var read = ChangeModel.Read(Encoding.UTF8.GetBytes(document), Words).OrThrow();

        read.Lifecycle.Description.Should().Be(code.Lifecycle.Description);
        read.Lifecycle.Reference.Should().Be(code.Lifecycle.Reference);
        LifecycleDocument.Write(read.Lifecycle.Description).Should().Equal(LifecycleDocument.Write(code.Lifecycle.Description));
    }
}
