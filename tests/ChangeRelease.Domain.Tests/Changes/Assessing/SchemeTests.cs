using System.Reflection;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Assessing;

/// <summary>What a scheme says, and what becomes of it: authority, and every voice.</summary>
public sealed class SchemeTests
{
    private static readonly AssessmentScheme Matrix = AssessmentScheme.Define(new SchemeId("house"), 3, new AssessmentDraft { Matrix = RiskMatrix.Plain });

    [Theory]
    [InlineData(Grade.Low, "team-lead")]
    [InlineData(Grade.Medium, "change-manager")]
    [InlineData(Grade.High, "cab")]
    [InlineData(Grade.Critical, "cab")]
    public void Under_the_plain_scheme_the_assessor_alone_decides_who_may_authorize(Grade risk, string authority)
    {
        var assessment = Assessed(AssessmentScheme.Plain, new AssessChange(Grade.Critical, risk, "seen", []));

        assessment.Should().Be(new Assessment(Grade.Critical, risk, "seen", Cast.Asa.Id)
        {
            Authority = new AuthorityId(authority),
            Scheme = new SchemeRef(new SchemeId("plain"), 1),
            Contributions = [new RiskContribution(RiskSource.Assessor, risk, "the assessor's own judgement")],
        });
    }

    [Fact]
    public void The_highest_voice_wins_and_the_others_are_kept()
    {
        var assessment = Assessed(Matrix, new AssessChange(Grade.High, Grade.Low, "routine", []) { Likelihood = Grade.High });

        assessment.Risk.Should().Be(Grade.High);
        assessment.Authority.Should().Be(AuthorityId.Cab);
        assessment.Likelihood.Should().Be(Grade.High);
        assessment.Contributions.Select(voice => voice.ToString()).Should().Equal(
            "Assessor: Low, the assessor's own judgement", "Matrix: High, impact High and likelihood High");
    }

    [Fact]
    public void The_assessor_may_see_a_higher_risk_than_the_matrix() =>
        Assessed(Matrix, new AssessChange(Grade.Low, Grade.Critical, "I know it", []) { Likelihood = Grade.Low }).Risk.Should().Be(Grade.Critical);

    [Fact]
    public void The_decision_records_the_scheme_by_id_and_version()
    {
        var traveler = new Traveler("normal").Go("Submit");
        var move = traveler.By(Cast.Asa, new AssessChange(Grade.Low, Grade.Low, string.Empty, []) { Likelihood = Grade.Low });

        var completed = (AssessmentCompleted)traveler.Do(move with { Facts = move.Facts with { Scheme = Matrix } }).Events.Single();

        completed.Header.Basis.Should().Contain(new Fact("assessment scheme", "house@3"));
        completed.Assessment.Scheme.Should().Be(new SchemeRef(new SchemeId("house"), 3));
        traveler.Change.Content.Assessment.Should().Be(completed.Assessment);
    }

    [Fact]
    public void A_scope_edit_after_a_low_risk_assessment_does_not_keep_the_weak_authority()
    {
        var traveler = new Traveler("normal").Go("Submit");
        traveler.Do(traveler.By(Cast.Asa, new AssessChange(Grade.Low, Grade.Low, "one service", []))).Refusals.Should().BeEmpty();
        traveler.Change.Content.Assessment!.Authority.Should().Be(AuthorityId.TeamLead);

        var wider = traveler.Change.Content with { Services = [.. traveler.Change.Content.Services, new ServiceId("ledger")] };
        traveler.Do(traveler.By(Cast.Rita, new AmendChange(wider))).Refusals.Should().BeEmpty();

        traveler.State.Should().Be("Assessing");
        traveler.Change.Content.Assessment.Should().BeNull();
        traveler.Ask(traveler.By(Cast.Oscar, new AuthorizeChange())).Refusals.Should().NotBeEmpty();
        traveler.Do(traveler.By(Cast.Asa, new AssessChange(Grade.High, Grade.High, "two services", [])));
        traveler.Change.Content.Assessment!.Authority.Should().Be(AuthorityId.Cab);
    }

    [Fact]
    public void Nobody_smuggles_an_authority_into_what_the_requester_writes()
    {
        var smuggled = new Assessment(Grade.Low, Grade.Low, string.Empty, Cast.Asa.Id) { Authority = new AuthorityId("anybody") };
        var traveler = new Traveler("normal", Cast.Content with { Assessment = smuggled }).Go("Submit", "CompleteAssessment");
        var before = traveler.Change.Content.Assessment;

        traveler.Do(traveler.By(Cast.Rita, new AmendChange(traveler.Change.Content with { Title = "other", Assessment = smuggled }))).Refusals.Should().BeEmpty();

        traveler.Change.Content.Assessment.Should().Be(before);
        before!.Authority.Should().Be(AuthorityId.TeamLead);
    }

    [Fact]
    public void A_table_of_a_hosts_own_that_asks_for_no_scheme_names_no_authority()
    {
        var traveler = new Traveler("normal").Go("Submit");
        var said = new AssessChange(Grade.Low, Grade.Low, string.Empty, []);
        var move = traveler.By(Cast.Asa, said);
        var model = ChangeModelCatalog.BuiltIn.Find(traveler.Change.Model)!;

        foreach (var facts in new[] { move.Facts with { Scheme = null }, move.Facts with { Scheme = Matrix } })
        {
            var assessment = new ChangeAttempt(traveler.Change, said, facts, model).ContentAfter.Assessment!;

            assessment.Authority.Should().BeNull("what the scheme asks for is not there");
            assessment.Scheme.Should().BeNull();
        }
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_scheme_is_told_at_once()
    {
        var draft = new AssessmentDraft
        {
            Matrix = new RiskMatrix([RiskMatrix.Plain.Rows[0], RiskMatrix.Plain.Rows[1], RiskMatrix.Plain.Rows[2] with { Low = (Grade)9 }]),
            Authorities = new AuthorityTable(AuthorityTable.Plain.Rows.Select(row => row.Of == Grade.Low ? row with { Critical = null! } : row).ToValueList())
            {
                Order = [AuthorityId.TeamLead, AuthorityId.Cab, AuthorityId.TeamLead],
            },
        };

        Faults(draft).Should().Equal(
            "assessment.table.value-unknown", "assessment.authority.ranked-twice", "assessment.authority.not-ranked", "assessment.table.row-missing", "assessment.table.value-unknown");
    }

    [Fact]
    public void A_risk_that_falls_and_an_authority_that_weakens_do_not_build() => Faults(new AssessmentDraft
    {
        Matrix = new RiskMatrix(RiskMatrix.Plain.Rows.Select(row => row.Of == Grade.Critical ? row with { Low = Grade.Low } : row).ToValueList()),
        Authorities = AuthorityTable.ByRisk(AuthorityId.TeamLead, AuthorityId.Cab, AuthorityId.ChangeManager, AuthorityId.Cab) with { Order = AuthorityTable.Plain.Order },
    }).Should().Equal([.. Enumerable.Repeat("assessment.authority.weaker", 4), "assessment.matrix.falls"]);

    [Fact]
    public void Without_an_order_the_host_says_itself_who_is_strong_enough()
    {
        var table = AuthorityTable.ByRisk(AuthorityId.Cab, AuthorityId.TeamLead, new AuthorityId("duty officer"), AuthorityId.Cab);

        var scheme = AssessmentScheme.Define(new SchemeId("odd"), 1, new AssessmentDraft { Authorities = table });

        scheme.Authorities.For(Grade.Low, Grade.High).Value.Should().Be("duty officer");
    }

    [Fact]
    public void The_impact_may_have_a_say_in_who_authorizes()
    {
        var rows = AuthorityTable.Plain.Rows.Select(row => row.Of == Grade.Critical ? row with { Low = AuthorityId.Cab, Medium = AuthorityId.Cab } : row).ToValueList();
        var scheme = AssessmentScheme.Define(new SchemeId("impact"), 1, new AssessmentDraft { Authorities = AuthorityTable.Plain with { Rows = rows } });

        Assessed(scheme, new AssessChange(Grade.Critical, Grade.Low, string.Empty, [])).Authority.Should().Be(AuthorityId.Cab);
        Assessed(scheme, new AssessChange(Grade.High, Grade.Low, string.Empty, [])).Authority.Should().Be(AuthorityId.TeamLead);
    }

    [Fact]
    public void Each_part_of_an_assessment_changes_the_digest_that_votes_name()
    {
        var assessment = Assessed(Matrix, new AssessChange(Grade.Low, Grade.Low, "seen", []) { Likelihood = Grade.Low }) with { Answers = Schemes.Said.Answers, Organization = Schemes.Said.Organization };
        var digest = ChangeFields.DigestOf("normal", Cast.Content with { Assessment = assessment });

        foreach (var property in typeof(Assessment).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var other = assessment with { };
            property.SetValue(other, Other(property.GetValue(assessment)!));
            ChangeFields.DigestOf("normal", Cast.Content with { Assessment = other }).Should().NotBe(digest, $"{property.Name} is material");
        }
    }

    [Fact]
    public void There_is_no_grade_beyond_the_four()
    {
        FluentActions.Invoking(() => new AssessChange((Grade)4, Grade.Low, string.Empty, [])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new AssessChange(Grade.Low, (Grade)(-1), string.Empty, [])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new AssessChange(Grade.Low, Grade.Low, string.Empty, []) { Likelihood = (Grade)4 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new ChangeContent { Urgency = (Grade)4 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new ChangeContent { RequestedImpact = (Grade)4 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static object Other(object value) => value switch
    {
        Grade => Grade.Critical,
        string => "other",
        ActorId => new ActorId("other"),
        AuthorityId => new AuthorityId("other"),
        SchemeRef scheme => scheme with { Version = 99 },
        ValueList<Answer> answers => answers.Select(answer => answer with { Choice = "other" }).ToValueList(),
        OrganizationalScores scores => scores with { Readiness = 2 },
        ValueList<RiskContribution> voices => voices.Select(voice => voice with { Because = "other" }).ToValueList(),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Say what another one is."),
    };

    private static Assessment Assessed(AssessmentScheme scheme, AssessChange said)
    {
        var traveler = new Traveler("normal").Go("Submit");
        var move = traveler.By(Cast.Asa, said);
        traveler.Do(move with { Facts = move.Facts with { Scheme = scheme } }).Refusals.Should().BeEmpty();
        return traveler.Change.Content.Assessment!;
    }

    private static IEnumerable<string> Faults(AssessmentDraft draft) =>
        FluentActions.Invoking(() => AssessmentScheme.Define(new SchemeId("x"), 1, draft)).Should().Throw<AssessmentDefinitionException>().Which.Faults.Select(fault => fault.Code);
}
