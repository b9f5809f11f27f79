using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Assessing;

/// <summary>Every part of a scheme has its voice; the highest wins, each is kept, and none lowers another.</summary>
public sealed class VoicesTests
{
    [Fact]
    public void Every_part_says_what_it_sees_and_why() =>
        Assessed(Schemes.Said with { Impact = Grade.Medium, Risk = Grade.Low, Answers = [new("rehearsed", Question.No), new("reach", "staff")] }, new SimilarChanges(20, 18)).Contributions
            .Select(voice => voice.ToString()).Should().Equal(
                "Assessor: Low, the assessor's own judgement",
                "Matrix: Low, impact Medium and likelihood Low",
                "Rule: Medium, unrehearsed: nobody has tried it",
                "Questionnaire: Medium, the answers weigh 5 of at most 8",
                "History: Medium, 18 of 20 similar changes succeeded, so up to 30.11 % may fail",
                "BlastRadius: Critical, 3 services of weight 14 depend on what it affects: ledger, cards, shop",
                "Organization: Low, resistance 1 of 5",
                "Organization: Low, readiness 5 of 5",
                "Organization: Low, training 5 of 5");

    [Theory]
    [InlineData(0, 0, Grade.High)]
    [InlineData(5, 5, Grade.High)]
    [InlineData(10, 10, Grade.Medium)]
    [InlineData(200, 199, Grade.Low)]
    [InlineData(200, 100, Grade.High)]
    public void Few_trials_never_look_safe(int trials, int successes, Grade grade) =>
        Schemes.Whole.History!.Voice(new SimilarChanges(trials, successes)).Grade.Should().Be(grade);

    [Theory]
    [InlineData(1, 5, 5, Grade.Low)]
    [InlineData(4, 5, 5, Grade.Medium)]
    [InlineData(1, 2, 5, Grade.Medium)]
    [InlineData(1, 5, 1, Grade.High)]
    [InlineData(3, 3, 3, Grade.Low)]
    public void Resistance_speaks_when_it_is_great_and_readiness_and_training_when_they_are_small(int resistance, int readiness, int training, Grade worst) =>
        OrganizationalScale.Plain.Voices(new OrganizationalScores(resistance, readiness, training)).Max(voice => voice.Grade).Should().Be(worst);

    [Fact]
    public void What_a_change_reaches_is_told_with_ten_names_at_most_and_where_looking_ended()
    {
        var names = Enumerable.Range(10, 30).Select(at => new ServiceId($"s{at}")).ToList();
        var graph = ServiceGraph.Of("v", names.Append(new("db")).Select(name => new ServiceNode(name)), names.Select(name => new ServiceDependency(name, new("db"))));

        new BlastRadius(new GradeScale(Grade.Low, [new(12, Grade.High)])).Voice(graph, [new("db")]).ToString().Should().Be(
            "BlastRadius: High, at least 12 services of weight 12 depend on what it affects: s10, s11, s12, s13, s14, s15, s16, s17, s18, s19 and 2 more");
        new BlastRadius(new GradeScale(Grade.Medium, [])).Voice(graph, [new("s10")]).ToString().Should().Be("BlastRadius: Medium, no other service depends on what it affects");
    }

    [Fact]
    public void The_highest_voice_wins_each_is_kept_and_a_part_more_never_lowers_the_risk()
    {
        var (random, raised, risks) = (new Random(41), 0, new HashSet<Grade>());
        for (var sample = 0; sample < 400; sample++)
        {
            var (said, parts) = (Anything(random), random.Next(32));
            var known = new Known(Graph(random.Next(4) * random.Next(4)), new SimilarChanges(300, 300 - (random.Next(4) * random.Next(60))));
            var (few, all) = (Voices(Some(parts), said, known), Voices(Schemes.Draft, said, known));

            var assessment = Assessed(said, known);

            assessment.Risk.Should().Be(all.Append(Own(said)).Max(voice => voice.Grade));
            assessment.Contributions.Should().Equal([Own(said), .. all]);
            few.Should().BeSubsetOf(all, "a part more takes no voice away");
            assessment.Authority.Should().Be(AuthorityTable.Plain.For(said.Impact, assessment.Risk));
            raised += assessment.Risk > said.Risk ? 1 : 0;
            risks.Add(assessment.Risk);
        }

        raised.Should().BeInRange(50, 390);
        risks.Should().Contain([Grade.Medium, Grade.High, Grade.Critical]);
    }

    [Fact]
    public void What_was_answered_and_scored_stands_in_the_assessment()
    {
        var assessment = Assessed(Schemes.Said, new SimilarChanges(200, 199));

        (assessment.Answers, assessment.Organization, assessment.Likelihood).Should().Be((Schemes.Said.Answers, Schemes.Said.Organization, Grade.Low));
    }

    private static RiskContribution Own(AssessChange said) => new(RiskSource.Assessor, said.Risk, "the assessor's own judgement");

    private static ValueList<RiskContribution> Voices(AssessmentDraft draft, AssessChange said, Known known) => AssessmentScheme
        .Define(new SchemeId("some"), 1, draft)
        .Voices(new AssessmentCase(said, "normal", Cast.Content, known.Graph, known.Similar))
        .ToValueList();

    // The questions stay for the questionnaire, which asks all of them.
    private static AssessmentDraft Some(int parts) => Schemes.Draft with
    {
        Matrix = (parts & 1) == 0 ? null : Schemes.Draft.Matrix,
        Rules = (parts & 2) == 0 ? null : Schemes.Draft.Rules,
        History = (parts & 4) == 0 ? null : Schemes.Draft.History,
        BlastRadius = (parts & 8) == 0 ? null : Schemes.Draft.BlastRadius,
        Organization = (parts & 16) == 0 ? null : Schemes.Draft.Organization,
    };

    private static AssessChange Anything(Random random) => new(
        (Grade)random.Next(4),
        (Grade)random.Next(4),
        "seen",
        [],
        (Grade)random.Next(4),
        [new("reach", Schemes.Draft.Questions[1].Choices[random.Next(3)]), new("rehearsed", Schemes.Draft.Questions[0].Choices[random.Next(2)])],
        new OrganizationalScores(random.Next(1, 6), random.Next(1, 6), random.Next(1, 6)));

    // Payments, and so many services that depend on it.
    private static ServiceGraph Graph(int dependents)
    {
        var names = Enumerable.Range(0, dependents).Select(at => new ServiceId($"s{at}")).ToList();
        return ServiceGraph.Of("v", names.Append(new("payments")).Select(name => new ServiceNode(name)), names.Select(name => new ServiceDependency(name, new("payments"))));
    }

    private static Assessment Assessed(AssessChange said, SimilarChanges similar) => Assessed(said, new Known(Schemes.Graph, similar));

    private static Assessment Assessed(AssessChange said, Known known)
    {
        var traveler = new Traveler("normal").Go("Submit");
        var move = traveler.By(Cast.Asa, said);
        traveler.Do(move with { Facts = Schemes.Under(move.Facts) with { ServiceGraph = known.Graph, Similar = known.Similar } }).Refusals.Should().BeEmpty();
        return traveler.Change.Content.Assessment!;
    }

    private sealed record Known(ServiceGraph Graph, SimilarChanges Similar);
}
