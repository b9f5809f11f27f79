using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>A value with parts of its own.</summary>
internal sealed record StructureSpecimen(string Name, int Size);

[JsonSerializable(typeof(StructureSpecimen))]
internal sealed partial class StructureContext : JsonSerializerContext
{
    public static StructureContext Ordinary { get; } = new(new System.Text.Json.JsonSerializerOptions());
}
