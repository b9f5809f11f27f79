using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Makes shapes from the source-generated model, so that what is checked, what is read and what the schema says are one.</summary>
internal sealed class DocumentShapes
{
    private readonly Dictionary<Type, ObjectShape> _objects = [];

    public DocumentShape Of(JsonTypeInfo type) => type switch
    {
        { Converter: ISpelling spelling } => new ShortOrFullShape(Of(type.Options.GetTypeInfo(spelling.Full))),
        { Kind: JsonTypeInfoKind.Object } => Object(type),
        { Kind: JsonTypeInfoKind.Enumerable } => new ListShape(Of(type.Options.GetTypeInfo(type.ElementType!))),
        { Kind: JsonTypeInfoKind.Dictionary } => new MapShape(Of(type.Options.GetTypeInfo(type.ElementType!))),
        _ => Single(type, Nullable.GetUnderlyingType(type.Type) ?? type.Type),
    };

    private static DocumentShape Single(JsonTypeInfo type, Type value) => value switch
    {
        _ when value == typeof(string) => new TextShape(),
        _ when value == typeof(int) => new NumberShape(int.MinValue, int.MaxValue),
        _ when value == typeof(long) => new NumberShape(long.MinValue, long.MaxValue),
        _ when value == typeof(bool) => new TruthShape(),
        _ when value == typeof(JsonElement) => new FreeShape(),
        { IsEnum: true } => new NameShape(NamesOf(type.Options.GetTypeInfo(value))),
        _ => throw new NotSupportedException($"A document holds no {value}."),
    };

    private ObjectShape Object(JsonTypeInfo type)
    {
        if (_objects.TryGetValue(type.Type, out var known))
        {
            return known;
        }

        const string Suffix = "Entry";
        var name = type.Type.Name;
        var shape = new ObjectShape(JsonNamingPolicy.CamelCase.ConvertName(name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name));
        _objects.Add(type.Type, shape);
        shape.Members = [.. type.Properties.Select(Member)];
        return shape;
    }

    private ShapeMember Member(JsonPropertyInfo property) =>
        new(property.Name, Of(property.Options.GetTypeInfo(property.PropertyType)), property.IsRequired, DescriptionOf(property));

    private static string DescriptionOf(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false).OfType<DescriptionAttribute>().FirstOrDefault()?.Description ?? string.Empty;

    private static ValueList<string> NamesOf(JsonTypeInfo type) =>
        JsonSchemaExporter.GetJsonSchemaAsNode(type)["enum"]!.AsArray().Select(name => name!.GetValue<string>()).ToValueList();
}
