using System.Text;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>Policies as data: what is written is read back, and what is wrong is told whole.</summary>
public sealed class ApprovalDocumentTests
{
    private const string Written =
        """
        {
          "format": "change-release/approvals/1",
          "id": "approvals",
          "version": 3,
          "rules": [
            {
              "class": "normal",
              "act": "authorize",
              "authority": "cab",
              "validity": "P14D",
              "asks": {
                "allOf": [
                  { "role": "cab", "share": "2/3" },
                  { "atLeast": 2, "of": [{ "person": "dana" }, { "role": "security", "count": 1 }, { "board": "ecab" }] }
                ],
                "vetoBy": ["legal"]
              }
            },
            {
              "class": "minor",
              "act": "ratify",
              "asks": {
                "inSequence": [
                  { "distinct": { "anyOf": [{ "role": "cab", "count": 2 }, { "person": "dana" }] } },
                  { "person": "erik" }
                ]
              }
            }
          ],
          "separations": [{ "contributing": { "role": "developers" }, "approving": { "person": "dana" } }]
        }

        """;

    private static readonly ApprovalPolicy Policy = new(new PolicyId("approvals"), 3, [
        new ApprovalRule(
            "normal",
            ApprovalAct.Authorize,
            Ask.AllOf(Ask.Share(2, 3, new RoleId("cab")), Ask.AtLeast(2, Ask.Person(new ActorId("dana")), Ask.Of(1, new RoleId("security")), Ask.Board(new BoardId("ecab"))))
                .UnlessVetoedBy(new RoleId("legal")),
            Duration.FromDays(14)) { Authority = new AuthorityId("cab") },
        new ApprovalRule(
            "minor",
            ApprovalAct.Ratify,
            Ask.InSequence(Ask.Distinct(Ask.AnyOf(Ask.Of(2, new RoleId("cab")), Ask.Person(new ActorId("dana")))), Ask.Person(new ActorId("erik")))),
    ])
    {
        Separations = [new Separation(Party.In(new RoleId("developers")), Party.Of(new ActorId("dana")))],
    };

    [Fact]
    public void A_policy_is_written_for_people_and_read_back()
    {
        Encoding.UTF8.GetString(ApprovalDocument.Write(Policy)).Should().Be(Written);
        ApprovalDocument.Read(Written).OrThrow().Should().Be(Policy);
    }

    [Fact]
    public void Random_policies_come_back_as_they_were()
    {
        foreach (var seed in Enumerable.Range(0, 2_000))
        {
            var asks = new PolicyWorlds(seed).Expression(4);
            var policy = new ApprovalPolicy(new PolicyId("p"), 1 + seed, [new ApprovalRule("normal", ApprovalAct.Authorize, asks, Duration.FromNanoseconds(1 + (seed * 7_777_777_777_777L)))]);

            var read = ApprovalDocument.Read(ApprovalDocument.Write(policy)).OrThrow();

            read.Id.Should().Be(policy.Id);
            (read.Rules[0].Asks.ToString(), read.Rules[0].Validity).Should().Be((asks.ToString(), policy.Rules[0].Validity));
        }
    }

    [Theory]
    [InlineData("""{"person":"a","role":"b","count":1}""", "approval.expression.not-one at $.rules[0].asks")]
    [InlineData("{}", "approval.expression.not-one at $.rules[0].asks")]
    [InlineData("""{"vetoBy":["b"]}""", "approval.expression.not-one at $.rules[0].asks")]
    [InlineData("""[{"person":"a"},{"person":"b"}]""", "approval.document.type-wrong at $.rules[0].asks")]
    [InlineData("""{"person":" a"}""", "approval.document.name-unfit at $.rules[0].asks.person")]
    [InlineData("""{"role":"a"}""", "approval.expression.count-missing at $.rules[0].asks")]
    [InlineData("""{"role":"a","count":1,"share":"1/2"}""", "approval.expression.count-missing at $.rules[0].asks")]
    [InlineData("""{"role":"a","count":0}""", "approval.expression.unfit at $.rules[0].asks.count")]
    [InlineData("""{"role":"a","count":1.5}""", "approval.document.number-unfit at $.rules[0].asks.count")]
    [InlineData("""{"role":"a","share":"0.5"}""", "approval.expression.share-unfit at $.rules[0].asks.share")]
    [InlineData("""{"role":"a","share":"3/2"}""", "approval.expression.unfit at $.rules[0].asks.share")]
    [InlineData("""{"role":"a","share":"-1/2"}""", "approval.expression.share-unfit at $.rules[0].asks.share")]
    [InlineData("""{"role":"a","share":"0 %"}""", "approval.expression.unfit at $.rules[0].asks.share")]
    [InlineData("""{"allOf":[]}""", "approval.expression.unfit at $.rules[0].asks.allOf")]
    [InlineData("""{"atLeast":3,"of":[{"person":"a"},{"person":"b"}]}""", "approval.expression.unfit at $.rules[0].asks.of")]
    [InlineData("""{"atLeast":1}""", "approval.expression.unfit at $.rules[0].asks.of")]
    [InlineData("""{"person":"a","of":[{"person":"b"}]}""", "approval.expression.of-astray at $.rules[0].asks.of")]
    [InlineData("""{"person":"a","count":1}""", "approval.expression.count-astray at $.rules[0].asks")]
    [InlineData("""{"anyOf":[{"person":"a"},{"role":"b"},{"nobody":"c"}]}""", "approval.document.member-unknown at $.rules[0].asks.anyOf[2].nobody", "approval.expression.count-missing at $.rules[0].asks.anyOf[1]", "approval.expression.not-one at $.rules[0].asks.anyOf[2]")]
    [InlineData("""{"distinct":{"person":"a","vetoBy":["b"]}}""", "approval.expression.unfit at $.rules[0].asks.distinct")]
    public void What_is_wrong_with_an_expression_is_told_by_its_place(string asks, params string[] faults) =>
        Told(Rules(asks)).Should().Equal(faults);

    [Theory]
    [InlineData("\"P1M\"")]
    [InlineData("\"P0D\"")]
    [InlineData("\"-PT1H\"")]
    [InlineData("\"PT-1H\"")]
    [InlineData("\"P2147483647D\"")]
    [InlineData("\"PT9223372036854775807H\"")]
    [InlineData("\"P36526D\"")]
    [InlineData("\"soon\"")]
    public void A_validity_that_is_none_is_told(string validity) =>
        Told(Rules("{\"person\":\"a\"}", $"\"validity\":{validity},")).Should().Equal("approval.rule.validity-unfit at $.rules[0].validity");

    [Fact]
    public void Rules_that_hold_for_the_same_are_told() => Told(
        """
        {"format":"change-release/approvals/1","id":"p","version":1,"rules":[
          {"class":"normal","act":"authorize","asks":{"person":"a"}},
          {"class":"normal","act":"ratify","asks":{"person":"a"}},
          {"class":"normal","act":"authorize","authority":"cab","asks":{"person":"a"}},
          {"class":"other","act":"authorize","authority":"cab","asks":{"person":"a"}},
          {"class":"other","act":"authorize","authority":"team-lead","asks":{"person":"a"}}
        ]}
        """).Should().Equal("approval.rule.overlaps at $.rules[2]");

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Told(
        """
        {"format":"change-release/approvals/1","id":"","version":0,"rules":[{"class":" ","act":"authorize","authority":"\t","asks":{"board":""}}],
         "separations":[{"contributing":{},"approving":{"person":"a","role":"b"}}]}
        """).Should().Equal(
            "approval.document.name-unfit at $.id",
            "approval.document.version-unfit at $.version",
            "approval.document.name-unfit at $.rules[0].class",
            "approval.document.name-unfit at $.rules[0].authority",
            "approval.document.name-unfit at $.rules[0].asks.board",
            "approval.party.not-one at $.separations[0].contributing",
            "approval.party.not-one at $.separations[0].approving");

    [Fact]
    public void An_expression_that_is_too_deep_or_too_large_is_refused_without_falling_over()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"allOf\":[", 17)) + "{\"person\":\"a\"}" + string.Concat(Enumerable.Repeat("]}", 17));
        Told(Rules(deep)).Should().ContainSingle().Which.Should().StartWith("approval.");

        var deeper = string.Concat(Enumerable.Repeat("{\"distinct\":", 100_000));
        Told(Rules(deeper)).Should().ContainSingle().Which.Should().StartWith("approval.document.");

        var wide = $"{{\"allOf\":[{string.Join(',', Enumerable.Repeat($"{{\"allOf\":[{string.Join(',', Enumerable.Repeat("{\"person\":\"a\"}", 60))}]}}", 60))}]}}";
        Told(Rules(wide)).Should().Equal("approval.expression.unfit at $.rules[0].asks.allOf");
    }

    [Fact]
    public void Edited_documents_are_read_or_refused_whole_and_never_crash()
    {
        var random = new Random(20270301);
        var (read, refused) = (0, 0);
        for (var edit = 0; edit < 20_000; edit++)
        {
            var bytes = Encoding.UTF8.GetBytes(Written);
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);
            }

            var reading = ApprovalDocument.Read(bytes);
            (reading.Value is null).Should().Be(reading.Faults.Count > 0);
            reading.Faults.All(fault => RefusalCode.IsWellFormed(fault.Code) && fault.Path.StartsWith('$') && fault.Message.Length > 20).Should().BeTrue();
            (read, refused) = reading.Value is null ? (read, refused + 1) : (read + 1, refused);
        }

        read.Should().BeGreaterThan(500);
        refused.Should().BeGreaterThan(1_000);
    }

    private static string Rules(string asks, string more = "") =>
        "{\"format\":\"change-release/approvals/1\",\"id\":\"p\",\"version\":1,\"rules\":[{\"class\":\"normal\",\"act\":\"authorize\"," + more + "\"asks\":" + asks + "}]}";

    private static IEnumerable<string> Told(string document) => ApprovalDocument.Read(document).Faults.Select(fault => $"{fault.Code} at {fault.Path}");
}
