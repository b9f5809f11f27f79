using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Writes and reads the events of a ledger of emergencies as canonical UTF-8 (S-73).</summary>
public static class EmergencyLedgerJson
{
    private static readonly EmergencyLedgerJsonContext Context = new(DomainJson.Options(DomainJson.Names<DebtPart>(), new ValueListJson<DebtPart>()));

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(EmergencyLedgerEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Context.EmergencyLedgerEvent);

    /// <summary>Reads an event back.</summary>
    /// <param name="bytes">What <see cref="Write"/> wrote.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The bytes are not an event that this version knows.</exception>
    public static EmergencyLedgerEvent ReadEvent(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.EmergencyLedgerEvent) ?? throw new JsonException("There is no event here.");

    /// <summary>The name of an event's type, as records carry it.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>For example <c>emergency-taken-up</c>.</returns>
    public static string TypeOf(EmergencyLedgerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return DomainJson.Discriminator(typeof(EmergencyLedgerEvent), happened.GetType());
    }
}

[JsonSerializable(typeof(EmergencyLedgerEvent))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class EmergencyLedgerJsonContext : JsonSerializerContext;
