using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Assessing;

/// <summary>Schemes as data: what is written is read back, and what is wrong is told whole.</summary>
public sealed class AssessmentDocumentTests(ITestOutputHelper output)
{
    private const string Authorities =
        """
        {
            "low": { "low": "team-lead", "medium": "team-lead", "high": "team-lead", "critical": "cab" },
            "medium": { "low": "team-lead", "medium": "team-lead", "high": "cab", "critical": "cab" },
            "high": { "low": "team-lead", "medium": "cab", "high": "cab", "critical": "cab" },
            "critical": { "low": "cab", "medium": "cab", "high": "cab", "critical": "cab" },
            "order": ["team-lead", "cab"]
          }
        """;

    private const string Written =
        $$"""
        {
          "format": "change-release/assessment/1",
          "id": "house",
          "version": 3,
          "authorities": {{Authorities}},
          "matrix": {
            "low": { "low": "low", "medium": "low", "high": "low", "critical": "medium" },
            "medium": { "low": "low", "medium": "medium", "high": "medium", "critical": "high" },
            "high": { "low": "medium", "medium": "medium", "high": "high", "critical": "critical" },
            "critical": { "low": "medium", "medium": "high", "high": "critical", "critical": "critical" }
          },
          "questions": [
            { "id": "reach", "sentence": "Who notices?", "choices": ["nobody", "staff"] },
            { "id": "rehearsed", "sentence": "Was it rehearsed?", "choices": ["yes", "no"] }
          ],
          "rules": {
            "matching": "all",
            "rows": [
              {
                "name": "cards",
                "grade": "high",
                "because": "card data is touched",
                "when": [{ "affectsService": ["cards", "ledger"] }, { "madeInEnvironment": ["production"] }]
              },
              { "name": "many", "grade": "medium", "because": "it is wide", "when": [{ "serviceCount": { "atLeast": 3 } }] },
              {
                "name": "unrehearsed",
                "grade": "critical",
                "because": "nobody has tried it",
                "when": [
                  { "answered": { "question": "rehearsed", "anyOf": ["no"] } },
                  { "underModel": ["normal"] },
                  { "affectsOnlyServices": ["payments"] },
                  { "madeOnlyInEnvironments": ["staging"] },
                  { "serviceCount": { "atLeast": 1, "atMost": 2 } }
                ]
              }
            ],
            "otherwise": "low"
          },
          "questionnaire": {
            "weights": [
              { "question": "reach", "choices": [{ "choice": "nobody", "weight": 0 }, { "choice": "staff", "weight": 2 }] }
            ],
            "scale": { "lowest": "low", "steps": [{ "from": 2, "grade": "medium" }] }
          },
          "history": {
            "confidence": "percent95",
            "failing": { "lowest": "low", "steps": [{ "from": 1500, "grade": "high" }] }
          },
          "blastRadius": { "lowest": "medium" },
          "organization": { "best": "low", "good": "low", "middling": "medium", "poor": "medium", "worst": "critical" }
        }

        """;

    private static readonly string[] Members = ["low", "steps", "when", "grade"];
    private static readonly AuthorityId Lead = AuthorityId.TeamLead;
    private static readonly AuthorityId Cab = AuthorityId.Cab;

    private static readonly AssessmentScheme Scheme = AssessmentScheme.Define(new SchemeId("house"), 3, new AssessmentDraft
    {
        Authorities = new AuthorityTable(
        [
            new(Grade.Critical, Cab, Cab, Cab, Cab),
            new(Grade.Low, Lead, Lead, Lead, Cab),
            new(Grade.High, Lead, Cab, Cab, Cab),
            new(Grade.Medium, Lead, Lead, Cab, Cab),
        ])
        {
            Order = [Lead, Cab],
        },
        Matrix = RiskMatrix.Plain,
        Questions = [new("reach", "Who notices?", ["nobody", "staff"]), Question.YesOrNo("rehearsed", "Was it rehearsed?")],
        Rules = new RuleTable(
            RuleMatching.All,
            [
                new RiskRule("cards", Grade.High, "card data is touched", [new AffectsService([new("cards"), new("ledger")]), new MadeInEnvironment([new("production")])]),
                new RiskRule("many", Grade.Medium, "it is wide", [new ServiceCount(3)]),
                new RiskRule(
                    "unrehearsed",
                    Grade.Critical,
                    "nobody has tried it",
                    [new Answered("rehearsed", [Question.No]), new UnderModel(["normal"]), new AffectsOnlyServices([new("payments")]), new MadeOnlyInEnvironments([new("staging")]), new ServiceCount(1, 2)]),
            ],
            Grade.Low),
        Questionnaire = new Questionnaire([new("reach", [new("nobody", 0), new("staff", 2)])], new GradeScale(Grade.Low, [new(2, Grade.Medium)])),
        History = new HistoryScale(Confidence.Percent95, new GradeScale(Grade.Low, [new(1_500, Grade.High)])),
        BlastRadius = new BlastRadius(new GradeScale(Grade.Medium, [])),
        Organization = new OrganizationalScale(Grade.Low, Grade.Low, Grade.Medium, Grade.Medium, Grade.Critical),
    });

    [Fact]
    public void A_scheme_is_written_for_people_and_read_back()
    {
        Encoding.UTF8.GetString(AssessmentDocument.Write(Scheme)).Should().Be(Written);
        Said(AssessmentDocument.Read(Written).OrThrow()).Should().Be(Said(Scheme));
        Said(AssessmentDocument.Read(AssessmentDocument.Write(Schemes.Whole)).OrThrow()).Should().Be(Said(Schemes.Whole));
        Said(AssessmentDocument.Read(AssessmentDocument.Write(AssessmentScheme.Plain)).OrThrow()).Should().Be(Said(AssessmentScheme.Plain));
    }

    [Fact]
    public void Random_schemes_come_back_as_they_were()
    {
        var (seen, whole) = (0, 0);
        foreach (var seed in Enumerable.Range(0, 1_500))
        {
            if (Random(new Random(seed)) is not { } scheme)
            {
                continue;
            }

            seen++;
            whole += scheme is { Matrix: not null, Rules: not null, Questionnaire: not null } ? 1 : 0;
            var document = AssessmentDocument.Write(scheme);
            var read = AssessmentDocument.Read(document).OrThrow();
            Said(read).Should().Be(Said(scheme), "seed {0}", seed);
            AssessmentDocument.Write(read).Should().Equal(document, "seed {0}", seed);
        }

        output.WriteLine(FormattableString.Invariant($"{seen} schemes, {whole} of them with matrix, rules and questionnaire"));
        seen.Should().BeGreaterThan(300);
        whole.Should().BeGreaterThan(30);
    }

    [Theory]
    [InlineData("""{ "matrix": { "low": { "low": "low", "medium": "low", "high": "low" } } }""", "assessment.document.member-missing at $.matrix.low", "assessment.document.member-missing at $.matrix", "assessment.document.member-missing at $.matrix", "assessment.document.member-missing at $.matrix")]
    [InlineData("""{ "blastRadius": { "lowest": "huge" } }""", "assessment.document.name-unknown at $.blastRadius.lowest")]
    [InlineData("""{ "blastRadius": { "lowest": "low", "steps": [{ "from": 0, "grade": "medium" }] } }""", "assessment.scale.out-of-reach at $.blastRadius")]
    [InlineData("""{ "history": { "confidence": "percent95", "failing": { "lowest": "high", "steps": [{ "from": 10, "grade": "low" }] } } }""", "assessment.scale.falls at $.history.failing")]
    [InlineData("""{ "organization": { "best": "high", "good": "low", "middling": "low", "poor": "low", "worst": "low" } }""", "assessment.scale.falls at $.organization")]
    [InlineData("""{ "questions": [{ "id": "a", "sentence": "b", "choices": ["c", "d"] }] }""", "assessment.question.unused at $.questions[0]")]
    [InlineData("""{ "questions": [{ "id": "a", "sentence": "b", "choices": ["c", "d"] }, { "id": "a", "sentence": "b", "choices": ["c"] }] }""", "assessment.question.named-twice at $.questions[1]", "assessment.question.choices at $.questions[1]")]
    [InlineData("""{ "rules": { "matching": "first", "rows": [] } }""", "assessment.rules.count at $.rules")]
    [InlineData("""{ "rules": { "matching": "first", "rows": [{ "name": "a", "grade": "low", "because": "b", "when": [{}] }] } }""", "assessment.condition.not-one at $.rules.rows[0].when[0]")]
    [InlineData("""{ "rules": { "matching": "first", "rows": [{ "name": "a", "grade": "low", "because": "b", "when": [{ "underModel": ["m"], "affectsService": ["s"] }] }] } }""", "assessment.condition.not-one at $.rules.rows[0].when[0]")]
    [InlineData("""{ "rules": { "matching": "first", "rows": [{ "name": "a", "grade": "low", "because": "b", "when": [{ "affectsService": [" s"] }] }] } }""", "assessment.document.name-unfit at $.rules.rows[0].when[0].affectsService[0]", "assessment.rules.incomplete at $.rules")]
    [InlineData("""{ "rules": { "matching": "first", "otherwise": "low", "rows": [{ "name": "a", "grade": "low", "because": "b", "when": [{ "serviceCount": { "atLeast": 3, "atMost": 2 } }] }, { "name": "", "grade": "low", "because": "b" }] } }""", "assessment.rule.count-out-of-range at $.rules.rows[0]", "assessment.rule.unnamed at $.rules.rows[1]")]
    [InlineData("""{ "questionnaire": { "weights": [{ "question": "a", "choices": [] }], "scale": { "lowest": "low" } } }""", "assessment.question.unknown at $.questionnaire.weights[0]")]
    public void What_is_wrong_is_told_by_its_place(string more, params string[] faults) => Told(With(more)).Should().BeEquivalentTo(faults);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Told(
        """
        {
          "format": "change-release/assessment/1", "id": "", "version": 0,
          "authorities": {
            "low": { "low": "lead", "medium": "lead", "high": "cab", "critical": "cab" },
            "medium": { "low": "lead", "medium": "lead", "high": "lead", "critical": "cab" },
            "high": { "low": "lead", "medium": "lead", "high": "cab", "critical": "cab" },
            "critical": { "low": "lead", "medium": "lead", "high": "cab", "critical": "" },
            "order": ["lead", "cab", ""]
          },
          "matrix": {
            "low": { "low": "medium", "medium": "low", "high": "high", "critical": "high" },
            "medium": { "low": "medium", "medium": "medium", "high": "high", "critical": "high" },
            "high": { "low": "medium", "medium": "medium", "high": "high", "critical": "high" },
            "critical": { "low": "medium", "medium": "medium", "high": "high", "critical": "high" }
          }
        }
        """).Should().Equal(
            "assessment.document.name-unfit at $.id",
            "assessment.document.version-unfit at $.version",
            "assessment.document.name-unfit at $.authorities.critical.critical",
            "assessment.document.name-unfit at $.authorities.order[2]",
            "assessment.authority.weaker at $.authorities.medium.high",
            "assessment.matrix.falls at $.matrix.low.medium");

    [Fact]
    public void A_document_that_is_too_deep_or_too_large_is_refused_without_falling_over()
    {
        Told(string.Concat(Enumerable.Repeat("{\"rules\":", 100_000))).Should().ContainSingle().Which.Should().StartWith("assessment.document.");
        Told(With($"{{ \"questions\": [{string.Join(',', Enumerable.Repeat("{\"id\":\"a\",\"sentence\":\"b\",\"choices\":[]}", 201))}] }}")).Should().ContainSingle().Which.Should().Be("assessment.document.too-many-items at $.questions");
        AssessmentDocument.Read(new string(' ', AssessmentDocument.OrdinaryLimits.Bytes + 1)).Faults.Should().ContainSingle().Which.Code.Should().Be("assessment.document.too-large");
    }

    [Fact]
    public void Edited_and_random_documents_are_read_or_refused_whole_and_never_crash()
    {
        var random = new Random(20_270_301);
        var (read, refused) = (0, 0);
        for (var edit = 0; edit < 20_000; edit++)
        {
            var reading = AssessmentDocument.Read(edit % 2 == 0 ? Edited(random) : Grafted(random));
            (reading.Value is null).Should().Be(reading.Faults.Count > 0);
            reading.Faults.All(fault => RefusalCode.IsWellFormed(fault.Code) && fault.Path.StartsWith('$') && fault.Message.Length > 15).Should().BeTrue("{0}", string.Join("; ", reading.Faults));
            (read, refused) = reading.Value is null ? (read, refused + 1) : (read + 1, refused);
        }

        output.WriteLine(FormattableString.Invariant($"{read} read, {refused} refused"));
        read.Should().BeGreaterThan(500);
        refused.Should().BeGreaterThan(5_000);
    }

    [Fact]
    public void A_priority_table_is_written_and_read_back_and_its_faults_are_told_by_their_place()
    {
        foreach (var table in (PriorityTable[])[PriorityTable.Plain, PriorityTable.Define(PriorityTable.Plain.Rows.Reverse().ToValueList(), weights: [5, 4, 3, 2, 1]), PriorityTable.Define([.. PriorityTable.Plain.Rows.Take(3), new(Grade.Critical, Priority.P5, Priority.P5, Priority.P5, Priority.P5)], mayFall: true)])
        {
            var read = PriorityDocument.Read(PriorityDocument.Write(table)).OrThrow();
            read.Rows.OrderBy(row => row.Of).Should().Equal(table.Rows.OrderBy(row => row.Of));
            read.Weights.Should().Equal(table.Weights);
        }

        var text = Encoding.UTF8.GetString(PriorityDocument.Write(PriorityTable.Plain));
        PriorityDocument.Read(text.Replace("\"p1\", \"critical\": \"p1\"", "\"p1\", \"critical\": \"p3\"", StringComparison.Ordinal).Replace("\"high\": \"p2\"", "\"high\": \"p5\"", StringComparison.Ordinal)).Faults.Select(fault => fault.Code).Distinct().Should().Equal("assessment.priority.falls");
        PriorityDocument.Read(text.Replace("[16, 8, 4, 2, 1]", "[16, 8, 4, 2]", StringComparison.Ordinal)).Faults.Select(fault => $"{fault.Code} at {fault.Path}").Should().Equal("assessment.weight.count at $.weights");
    }

    private static string With(string more)
    {
        var whole = JsonNode.Parse($$"""{ "format": "change-release/assessment/1", "id": "s", "version": 1, "authorities": {{Authorities}} }""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
        {
            whole[name] = value?.DeepClone();
        }

        return whole.ToJsonString();
    }

    private static IEnumerable<string> Told(string document) => AssessmentDocument.Read(document).Faults.Select(fault => $"{fault.Code} at {fault.Path}");

    // Everything that a scheme says, the rows of its tables in order.
    private static (SchemeRef, AssessmentDraft) Said(AssessmentScheme scheme) => (scheme.Reference, new AssessmentDraft
    {
        Authorities = scheme.Authorities with { Rows = scheme.Authorities.Rows.OrderBy(row => row.Of).ToValueList() },
        Matrix = scheme.Matrix is { } matrix ? matrix with { Rows = matrix.Rows.OrderBy(row => row.Of).ToValueList() } : null,
        Questions = scheme.Questions,
        Rules = scheme.Rules,
        Questionnaire = scheme.Questionnaire,
        History = scheme.History,
        BlastRadius = scheme.BlastRadius,
        Organization = scheme.Organization,
    });

    // Most random rules have faults, so there are several tries.
    private static AssessmentScheme? Random(Random random)
    {
        var hasRules = random.Next(2) == 0;
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                return AssessmentScheme.Define(new SchemeId($"scheme {random.Next(9)}"), 1 + random.Next(1_000), Draft(random, hasRules));
            }
            catch (AssessmentDefinitionException)
            {
                continue;
            }
        }

        return null;
    }

    private static AssessmentDraft Draft(Random random, bool hasRules) => new()
    {
        Authorities = random.Next(2) == 0 ? AuthorityTable.Plain : AuthorityTable.ByRisk(new("a"), new("b\"\\"), new("ü"), new("d")),
        Matrix = random.Next(2) == 0 ? new RiskMatrix([.. RiskMatrix.Plain.Rows.OrderBy(_ => random.Next())]) : null,
        Questions = [.. RuleSketch.Questions],
        Rules = hasRules ? RuleSketch.Table(random) : null,
        Questionnaire = new Questionnaire([.. RuleSketch.Questions.Select(question => new QuestionWeights(question.Id, [.. question.Choices.Select((choice, at) => new ChoiceWeight(choice, at * random.Next(1, 9)))]))], Scale(random, 1)),
        History = random.Next(2) == 0 ? new HistoryScale((Confidence)random.Next(3), Scale(random, 9_000)) : null,
        BlastRadius = random.Next(2) == 0 ? new BlastRadius(Scale(random, 1_000_000)) : null,
        Organization = random.Next(2) == 0 ? OrganizationalScale.Plain : null,
    };

    private static GradeScale Scale(Random random, int most) => random.Next(3) == 0 ? new GradeScale(Grade.High, []) : new GradeScale(Grade.Low, [new(random.Next(1, most + 1), (Grade)random.Next(1, 4))]);

    private static byte[] Edited(Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(Written);
        for (var change = random.Next(1, 3); change > 0; change--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);
        }

        return bytes;
    }

    // A part of the document is put in the place of another, or anything is.
    private static byte[] Grafted(Random random)
    {
        var root = JsonNode.Parse(Written)!;
        var parts = Parts(root).ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var (at, by) = (parts[random.Next(parts.Count)], random.Next(3) == 0 ? Anything(random, 3) : parts[random.Next(parts.Count)]?.DeepClone());
            if (at?.Parent is not null)
            {
                at.ReplaceWith(by);
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    private static IEnumerable<JsonNode?> Parts(JsonNode? node) => node switch
    {
        JsonObject whole => whole.SelectMany(member => Parts(member.Value)).Append(whole),
        JsonArray list => list.SelectMany(Parts).Append(list),
        _ => [node],
    };

    private static JsonNode? Anything(Random random, int depth) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(-3, 3_000)),
        2 => JsonValue.Create(random.NextDouble() * 1e300),
        3 => JsonValue.Create(random.Next(2) == 0),
        4 => JsonValue.Create(new string((char)random.Next(1, 0xd7ff), random.Next(4))),
        5 => JsonValue.Create("rehearsed"),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Anything(random, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(at => KeyValuePair.Create(Members[at], Anything(random, depth - 1)))),
    };
}
