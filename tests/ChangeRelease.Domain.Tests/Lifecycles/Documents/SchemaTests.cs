using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>The schema says what the reader checks: neither accepts a shape that the other refuses.</summary>
public sealed class SchemaTests
{
    internal static readonly string[] OfShape =
        ["type-wrong", "null", "member-unknown", "member-missing", "name-unknown", "number-unfit", "too-many-items", "format-unknown"];

    private static readonly SchemaCheck Schema = new(JsonDocument.Parse(LifecycleDocument.Schema()).RootElement);

    [Fact]
    public void The_schema_is_the_same_bytes_each_time_and_names_its_draft()
    {
        LifecycleDocument.Schema().Should().Equal(LifecycleDocument.Schema());
        JsonDocument.Parse(LifecycleDocument.Schema()).RootElement.GetProperty("$schema").GetString().Should().Be("https://json-schema.org/draft/2020-12/schema");
    }

    [Fact]
    public void Every_sound_document_fits_the_schema()
    {
        var models = ChangeModelCatalog.BuiltIn.All.Select(model => model.Lifecycle.Description).Append(ReleaseModels.Ordinary.Lifecycle.Description);
        var sketches = Enumerable.Range(0, 200).Select(seed => new SketchedLifecycle(seed).Lifecycle.Description);

        models.Concat(sketches).Select(LifecycleDocument.Write).Append(Encoding.UTF8.GetBytes(Specimen.Text))
            .Where(bytes => !Accepts(bytes)).Should().BeEmpty();
    }

    [Fact]
    public void A_spoiled_document_is_refused_by_both_or_by_neither()
    {
        var (refused, accepted) = (0, 0);
        foreach (var document in Malformed.Shapes.Select(edit => Spoiling.Edited([edit])).Concat(Malformed.References.Select(edit => Specimen.With(edit.Old, edit.New))).Concat(Overlong()))
        {
            var codes = Spoiling.Read(document).Faults.Select(fault => fault.Code.Split('.')[^1]).ToList();
            if (codes.Contains("member-repeated") || codes.Contains("text-malformed"))
            {
                continue;
            }

            var isWrong = codes.Exists(OfShape.Contains);
            Accepts(Encoding.UTF8.GetBytes(document)).Should().Be(!isWrong, "of {0}", document);
            (refused, accepted) = isWrong ? (refused + 1, accepted) : (refused, accepted + 1);
        }

        (refused, accepted).Should().Match<(int Refused, int Accepted)>(counts => counts.Refused > 20 && counts.Accepted > 50);
    }

    [Fact]
    public void Random_edits_of_values_are_refused_by_both_or_by_neither()
    {
        var random = new Random(5);
        var (refused, accepted) = (0, 0);
        for (var turn = 0; turn < 2_000; turn++)
        {
            var document = Edited(Specimen.Text, random);
            var isWrong = Spoiling.Read(document).Faults.Any(fault => OfShape.Any(code => fault.Code == "lifecycle.document." + code));
            if (Accepts(Encoding.UTF8.GetBytes(document)) == isWrong)
            {
                Assert.Fail(document + string.Join('\n', Spoiling.Read(document).Faults));
            }

            (refused, accepted) = isWrong ? (refused + 1, accepted) : (refused, accepted + 1);
        }

        (refused, accepted).Should().Match<(int Refused, int Accepted)>(counts => counts.Refused > 200 && counts.Accepted > 200);
    }

    // The one difference: to a schema 3.0 and 3 are one number, and documents write whole numbers plainly.
    [Theory]
    [InlineData("3.0")]
    [InlineData("30e-1")]
    public void Only_how_a_whole_number_is_written_a_schema_cannot_say(string number)
    {
        var document = Specimen.With("\"version\": 3", $"\"version\": {number}");

        Accepts(Encoding.UTF8.GetBytes(document)).Should().BeTrue();
        Spoiling.Told(Spoiling.Read(document)).Should().Equal("lifecycle.document.number-unfit at $.version");
    }

    [Fact]
    public void The_platforms_own_exporter_knows_the_same_members_and_asks_for_the_same_ones()
    {
        var exported = JsonSchemaExporter.GetJsonSchemaAsNode(LifecycleJsonContext.OfDocuments.LifecycleEntry).AsObject();
        var ours = JsonNode.Parse(LifecycleDocument.Schema())!["$defs"]!["lifecycle"]!.AsObject();

        Names(ours, "required").Should().BeEquivalentTo(Names(exported, "required")).And.HaveCount(8);
        ours["properties"]!.AsObject().Select(member => member.Key).Should().Equal(exported["properties"]!.AsObject().Select(member => member.Key));
        var row = exported["properties"]!["transitions"]!["items"]!["properties"]!.AsObject();
        JsonNode.Parse(LifecycleDocument.Schema())!["$defs"]!["row"]!["properties"]!.AsObject().Select(member => member.Key).Should().Equal(row.Select(member => member.Key));
    }

    private static IEnumerable<string> Names(JsonObject schema, string keyword) => schema[keyword]!.AsArray().Select(name => name!.GetValue<string>());

    private static bool Accepts(byte[] document)
    {
        using var parsed = JsonDocument.Parse(document);
        return Schema.Accepts(parsed.RootElement);
    }

    private static IEnumerable<string> Overlong() =>
    [
        Specimen.With("\"ends\": [", $"\"ends\": [{string.Join(",", Enumerable.Repeat("\"Closed\"", 1_000))},"),
        Specimen.With("\"needs\": [", $"\"needs\": [{string.Join(",", Enumerable.Repeat("\"x\"", 63))},"),
        Specimen.With("\"with\": {", $"\"with\": {{{string.Join(",", Enumerable.Range(0, 64).Select(number => $"\"a{number}\": 1"))},"),
    ];

    internal static string Edited(string text, Random random)
    {
        var root = JsonNode.Parse(text)!;
        for (var edits = random.Next(1, 3); edits > 0; edits--)
        {
            var places = Places(root).ToList();
            var place = places[random.Next(places.Count)];
            place.ReplaceWith(random.Next(9) switch
            {
                0 => JsonValue.Create("Draft"),
                1 => JsonValue.Create(7),
                2 => JsonValue.Create(true),
                3 => new JsonArray(),
                4 => new JsonObject(),
                5 => new JsonArray(JsonValue.Create("Draft")),
                6 => new JsonObject { ["name"] = "x" },
                7 => JsonValue.Create("text"),
                _ => places[random.Next(places.Count)].DeepClone(),
            });
        }

        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> Places(JsonNode node)
    {
        var below = node switch
        {
            JsonObject known => known.Where(member => member.Key != "format").Select(member => member.Value),
            JsonArray list => list,
            _ => (IEnumerable<JsonNode?>)[],
        };
        return below.OfType<JsonNode>().SelectMany(other => Places(other).Prepend(other));
    }
}
