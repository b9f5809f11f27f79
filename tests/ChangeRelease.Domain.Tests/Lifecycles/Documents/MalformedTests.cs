using System.Text.Json.Nodes;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>Spoiled documents, and everything that is wrong with each.</summary>
public sealed class MalformedTests
{
    /// <summary>The members that every object of a kind must have; written by hand, from the guide.</summary>
    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["$"] = ["format", "id", "version", "states", "start", "ends", "triggers", "transitions"],
        ["phases"] = ["name"],
        ["states"] = ["name", "phase"],
        ["triggers"] = ["name"],
        ["takes"] = ["name", "kind", "says"],
        ["transitions"] = ["from", "on"],
        ["cases"] = ["case"],
        ["exit"] = ["id", "version"],
        ["ways"] = ["to"],
        ["needs"] = ["code"],
    };

    public static TheoryData<int> Shapes => [.. Enumerable.Range(0, Malformed.Shapes.Count)];

    public static TheoryData<int> References => [.. Enumerable.Range(0, Malformed.References.Count)];

    [Fact]
    public void The_specimen_is_sound() => Spoiling.Read(Specimen.Text).Faults.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_wrong_shape_is_told_with_its_path(int number) => ShouldTell(Spoiling.Edited([Malformed.Shapes[number]]), Malformed.Shapes[number].Faults);

    [Theory]
    [MemberData(nameof(References))]
    public void A_wrong_reference_or_table_is_told_with_its_path(int number)
    {
        var (old, @new, faults) = (Malformed.References[number].Old, Malformed.References[number].New, Malformed.References[number].Faults);
        ShouldTell(Specimen.With(old, @new), faults);
    }

    [Fact]
    public void Everything_wrong_with_the_shape_is_told_at_once() =>
        ShouldTell(Spoiling.Edited(Malformed.Shapes), [.. Malformed.Shapes.SelectMany(edit => edit.Faults)]);

    [Fact]
    public void Any_few_wrong_shapes_are_told_together()
    {
        var random = new Random(3);
        for (var turn = 0; turn < 100; turn++)
        {
            var edits = Malformed.Shapes.OrderBy(_ => random.Next()).Take(random.Next(2, 9)).ToList();
            ShouldTell(Spoiling.Edited(edits), [.. edits.SelectMany(edit => edit.Faults)]);
        }
    }

    [Fact]
    public void Wrong_references_and_a_wrong_table_are_told_together()
    {
        foreach (var (edits, faults) in Malformed.Together)
        {
            ShouldTell(edits.Chunk(2).Aggregate(Specimen.Text, (text, edit) => Specimen.Edit(text, edit[0], edit[1])), faults);
        }
    }

    [Fact]
    public void Nothing_may_be_null_of_another_type_missing_unknown_or_there_twice()
    {
        var spoiled = 0;
        foreach (var (path, kind, member) in Members(JsonNode.Parse(Specimen.Text)!.AsObject(), "$", "$").ToList())
        {
            var place = member.StartsWith('$') ? $"{path}['{member}']" : $"{path}.{member}";
            ShouldTell(Changed(path, node => node[member] = null), [$"lifecycle.document.null at {place}"]);
            ShouldTell(Changed(path, node => node[member] = new JsonArray(new JsonArray())), [Wrong(member, place)]);
            ShouldTell(Changed(path, node => Replace(node, member, "memmber")), Required[kind].Contains(member)
                ? [$"lifecycle.document.member-unknown at {path}.memmber", $"lifecycle.document.member-missing at {path}"]
                : [$"lifecycle.document.member-unknown at {path}.memmber"]);
            ShouldTell(Twice(path, member), [$"lifecycle.document.member-repeated at {place}"]);
            spoiled += 4;
        }

        spoiled.Should().BeGreaterThan(300);
    }

    // A list of lists is wrong where a list is wanted, too, but one step deeper.
    private static string Wrong(string member, string place) =>
        $"lifecycle.document.type-wrong at {place}{(member is "phases" or "states" or "ends" or "triggers" or "takes" or "choices" or "transitions" or "from" or "cases" or "comesFrom" or "ways" or "origins" or "needs" ? "[0]" : string.Empty)}";

    /// <summary>Every member of every object that has certain members: the path of the object, its kind, and the member.</summary>
    private static IEnumerable<(string Path, string Kind, string Member)> Members(JsonObject node, string path, string kind)
    {
        foreach (var (name, value) in node)
        {
            yield return (path, kind, name);
            var below = value switch
            {
                JsonObject other when name != "with" => [(other, $"{path}.{name}")],
                JsonArray list => list.Select((item, at) => (item as JsonObject, $"{path}.{name}[{at}]")).Where(item => item.Item1 is not null),
                _ => (IEnumerable<(JsonObject?, string)>)[],
            };
            foreach (var found in below.SelectMany(item => Members(item.Item1!, item.Item2, name)))
            {
                yield return found;
            }
        }
    }

    private static string Changed(string path, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(Specimen.Text)!.AsObject();
        change(At(root, path));
        return root.ToJsonString();
    }

    private static JsonObject At(JsonObject root, string path) => path.Split('.').Skip(1).Aggregate((JsonNode)root, (node, step) => step.Split('[') switch
    {
        [var name, var index] => node[name]![int.Parse(index.TrimEnd(']'), System.Globalization.CultureInfo.InvariantCulture)]!,
        _ => node[step]!,
    }).AsObject();

    private static void Replace(JsonObject node, string member, string by)
    {
        var value = node[member]!.DeepClone();
        node.Remove(member);
        node[by] = value;
    }

    private static string Twice(string path, string member)
    {
        const string Mark = "\"zzz\":0";
        var value = At(JsonNode.Parse(Specimen.Text)!.AsObject(), path)[member]!.ToJsonString();
        return Changed(path, node => node["zzz"] = 0).Replace(Mark, $"\"{member}\":{value}", StringComparison.Ordinal);
    }

    private static void ShouldTell(string document, string[] faults)
    {
        var told = Spoiling.Told(Spoiling.Read(document)).Order(StringComparer.Ordinal).ToList();
        if (!told.SequenceEqual(faults.Order(StringComparer.Ordinal)))
        {
            told.Should().Equal(faults.Order(StringComparer.Ordinal), "of {0}", document);
        }
    }
}
