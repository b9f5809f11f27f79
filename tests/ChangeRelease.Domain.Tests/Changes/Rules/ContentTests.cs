using System.Reflection;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Approvals are bound to content: each field, by reflection, so that a new one cannot be forgotten (S-23).</summary>
public sealed class ContentTests
{
    private static readonly string[] Immaterial = [nameof(ChangeContent.Title), nameof(ChangeContent.Notes), nameof(ChangeContent.Tags)];

    // An assessment is no part of an edit: only an assessor writes it.
    private static readonly string[] NotEdited = [nameof(ChangeContent.Assessment)];

    private static readonly Dictionary<string, Func<ChangeContent, ChangeContent>> Edits = new(StringComparer.Ordinal)
    {
        [nameof(ChangeContent.Title)] = content => content with { Title = "other" },
        [nameof(ChangeContent.Notes)] = content => content with { Notes = "other" },
        [nameof(ChangeContent.Tags)] = content => content with { Tags = ["other"] },
        [nameof(ChangeContent.Justification)] = content => content with { Justification = "other" },
        [nameof(ChangeContent.RequestedImpact)] = content => content with { RequestedImpact = Grade.Critical },
        [nameof(ChangeContent.Urgency)] = content => content with { Urgency = Grade.High },
        [nameof(ChangeContent.Services)] = content => content with { Services = [new ServiceId("ledger")] },
        [nameof(ChangeContent.Environments)] = content => content with { Environments = [new EnvironmentId("test")] },
        [nameof(ChangeContent.ImplementationPlan)] = content => content with { ImplementationPlan = ChangePlan.Of("other") },
        [nameof(ChangeContent.TestPlan)] = content => content with { TestPlan = ChangePlan.Of("other") },
        [nameof(ChangeContent.RemediationPlan)] = content => content with { RemediationPlan = ChangePlan.Of("other") },
        [nameof(ChangeContent.Implementers)] = content => content with { Implementers = [new ActorId("uma")] },
        [nameof(ChangeContent.Effort)] = content => content with { Effort = new Effort(Duration.Zero, Duration.FromHours(1), Duration.Zero) },
        [nameof(ChangeContent.Incident)] = content => content with { Incident = new IncidentId("INC-2") },
        [nameof(ChangeContent.Template)] = content => content with { Template = null },
        [nameof(ChangeContent.Reverses)] = content => content with { Reverses = new ChangeId("CHG-7") },
        [nameof(ChangeContent.DependsOn)] = content => content with { DependsOn = [Cast.Made.Id] },
        [nameof(ChangeContent.TemplateArguments)] = content => content with { TemplateArguments = Arguments.Of(Parameter.Number("pods", "How many."), 3) },
        [nameof(ChangeContent.AcceptableTimes)] = content => content with { AcceptableTimes = [new Slot(Cast.Opening, Cast.Opening + Duration.FromDays(9))] },
        [nameof(ChangeContent.Assessment)] = content => content with { Assessment = new Assessment(Grade.High, Grade.High, "other", new ActorId("asa")) },
        [nameof(ChangeContent.Deed)] = content => content with { Deed = null },
    };

    public static IEnumerable<object[]> Fields => typeof(ChangeContent)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => new object[] { property.Name });

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_field_is_declared_and_changes_the_digest_unless_it_is_immaterial(string field)
    {
        ChangeFields.All.Should().ContainSingle(declared => declared.Name == field).Which.IsMaterial.Should().Be(!Immaterial.Contains(field));
        Edits.Should().ContainKey(field, "a new field needs an edit here");
        var edited = Edits[field](Cast.Content);

        (ChangeFields.DigestOf("normal", edited) == ChangeFields.DigestOf("normal", Cast.Content)).Should().Be(Immaterial.Contains(field));
        ChangeFields.Changed(Cast.Content, edited).Should().Equal(field);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Editing_a_material_field_while_it_is_authorized_voids_the_votes_and_leads_back(string field)
    {
        var traveler = new Traveler("normal").Go("Submit", "CompleteAssessment", "CastVote");
        var before = traveler.Change;

        var decision = traveler.Do(traveler.By(Cast.Petra, new AmendChange(Edits[field](before.Content))));

        if (NotEdited.Contains(field))
        {
            decision.Refusals.Should().ContainSingle().Which.Code.Should().Be("change.amendment.empty");
        }
        else if (Immaterial.Contains(field))
        {
            traveler.Change.Should().BeEquivalentTo(before, so => so.Including(change => change.Votes).Including(change => change.Status).Including(change => change.Digest).Including(change => change.Contributors));
            traveler.Change.Content.Assessment.Should().NotBeNull();
        }
        else
        {
            traveler.State.Should().Be("Assessing");
            traveler.Change.Votes.Should().BeEmpty();
            traveler.Change.Content.Assessment.Should().BeNull("risk is judged anew");
            traveler.Change.Contributors.Of(Cast.Petra.Id).Should().ContainSingle();
            ((ChangeAmended)traveler.Events[^1]).Fields.Should().Contain(field).And.BeSubsetOf([field, "Assessment"]);
        }
    }

    [Theory]
    [InlineData("normal", "Assessing")]
    [InlineData("standard", "Authorizing")]
    [InlineData("emergency", "Authorizing")]
    public void A_material_edit_on_hold_moves_where_it_resumes(string model, string to)
    {
        var way = model == "normal" ? new[] { "Submit", "CompleteAssessment", "Authorize", "Schedule", "Hold" } : ["Submit", "Authorize", "Schedule", "Hold"];
        var held = new Traveler(model).Go(way);
        held.Change.ResumesTo.Should().Be(ChangeStates.Approved);
        held.Change.Slots.Should().BeEmpty();

        held.Do(held.Good("Amend", "immaterial"));
        held.Change.ResumesTo.Should().Be(ChangeStates.Approved);
        held.Go("Amend");
        held.Change.Votes.Should().BeEmpty();

        held.Go("Resume").State.Should().Be(to);
    }

    [Fact]
    public void What_is_not_edited_keeps_the_digest_that_its_votes_name()
    {
        var traveler = new Traveler("normal").Go("Submit", "CompleteAssessment");
        var older = traveler.Change with { Digest = Digest.Of("as an older version wrote it"u8) };
        var move = traveler.By(Cast.Members[0], new VoteOnChange(Domain.Approvals.VoteChoice.Approve, older.Digest));

        var cast = ChangeDecider.Decide(older, move.Command, move.Facts).Events.Single();

        ChangeRequest.Fold(older, cast).Digest.Should().Be(older.Digest);
    }

    [Fact]
    public void Nobody_writes_an_assessment_but_an_assessor()
    {
        var smuggled = Cast.Content with { Assessment = new Assessment(Grade.Low, Grade.Low, string.Empty, new ActorId("asa")) };
        var traveler = new Traveler("normal", smuggled);
        traveler.Change.Content.Assessment.Should().BeNull();

        traveler.Do(traveler.By(Cast.Rita, new AmendChange(smuggled with { Notes = "n" })));

        traveler.Change.Content.Assessment.Should().BeNull();
    }

    [Fact]
    public void A_change_of_type_changes_the_digest_and_makes_its_author_a_contributor()
    {
        var traveler = new Traveler("normal");
        var before = traveler.Change.Digest;

        traveler.Do(traveler.By(Cast.Members[0], new RetypeChange("emergency")));

        traveler.Change.Digest.Should().NotBe(before);
        traveler.Change.Contributors.Include(Cast.Members[0].Id).Should().BeTrue();
    }

    [Theory]
    [InlineData("standard", "Authorizing")]
    [InlineData("pre-approved", "Approved")]
    public void A_submitted_change_cannot_move_to_a_template_that_has_no_use_left(string model, string state)
    {
        var traveler = new Traveler(model).Go("Submit");
        traveler.State.Should().Be(state);
        var other = Cast.Template with { Id = new TemplateId("other"), UsesLeft = 0 };
        var move = traveler.By(Cast.Rita, new AmendChange(traveler.Change.Content with { Template = other.Id }));

        traveler.Ask(move with { Facts = move.Facts with { Template = other } }).Refusals.Select(refusal => refusal.Code).Should().Equal("change.template.swapped");
    }
}
