using System.Text.Json;

namespace ChangeRelease.Domain.Foundation;

/// <summary>What every object that is read here without reflection keeps to: it is an object, and each member is known, comes once, and is there.</summary>
internal static class StrictObject
{
    public static void Begin(ref Utf8JsonReader reader, string needed)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException(needed);
        }
    }

    /// <summary>Goes to the name of the next member; false when there is none.</summary>
    public static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes to the value of a member that has not come before.</summary>
    public static void Once(ref Utf8JsonReader reader, object? before, string needed)
    {
        if (before is not null || !reader.Read() || reader.TokenType == JsonTokenType.Null)
        {
            throw new JsonException(needed);
        }
    }
}
