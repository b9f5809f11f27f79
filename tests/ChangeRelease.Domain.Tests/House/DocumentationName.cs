using System.Globalization;
using System.Reflection;

namespace ChangeRelease.Domain.Tests.House;

/// <summary>The name under which the compiler documents a type or member.</summary>
internal static class DocumentationName
{
    public static string Of(MemberInfo member) => member switch
    {
        Type type => $"T:{Declared(type)}",
        FieldInfo field => $"F:{Within(field)}",
        PropertyInfo property => $"P:{Within(property)}{Parameters(property.GetIndexParameters())}",
        EventInfo happening => $"E:{Within(happening)}",
        MethodInfo method => $"M:{Within(method)}{Arity(method)}{Parameters(method.GetParameters())}{Conversion(method)}",
        MethodBase constructor => $"M:{Within(constructor)}{Parameters(constructor.GetParameters())}",
        _ => throw new NotSupportedException(member.ToString()),
    };

    private static string Within(MemberInfo member) =>
        $"{Declared(member.DeclaringType!)}.{member.Name.Replace('.', '#').Replace('<', '{').Replace('>', '}').Replace(',', '@')}";

    private static string Declared(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string Arity(MethodInfo method) =>
        method.IsGenericMethod ? string.Create(CultureInfo.InvariantCulture, $"``{method.GetGenericArguments().Length}") : string.Empty;

    private static string Conversion(MethodInfo method) => method.Name is "op_Implicit" or "op_Explicit" ? $"~{Used(method.ReturnType)}" : string.Empty;

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? string.Empty : $"({string.Join(',', parameters.Select(parameter => Used(parameter.ParameterType)))})";

    private static string Used(Type type) => type switch
    {
        { IsByRef: true } => $"{Used(type.GetElementType()!)}@",
        { IsPointer: true } => $"{Used(type.GetElementType()!)}*",
        { IsArray: true } => $"{Used(type.GetElementType()!)}[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()).Where(_ => type.GetArrayRank() > 1))}]",
        { IsGenericMethodParameter: true } => string.Create(CultureInfo.InvariantCulture, $"``{type.GenericParameterPosition}"),
        { IsGenericParameter: true } => string.Create(CultureInfo.InvariantCulture, $"`{type.GenericParameterPosition}"),
        { IsGenericType: true } => Generic(type),
        _ => Declared(type),
    };

    // A nested type repeats the arguments of the types around it; each part of the name shows its own.
    private static string Generic(Type type)
    {
        var (parts, taken) = (new List<string>(), 0);
        var arguments = type.GetGenericArguments();
        foreach (var part in Declared(type).Split('.'))
        {
            var (name, count) = part.Split('`') is [var plain, var arity] ? (plain, int.Parse(arity, CultureInfo.InvariantCulture)) : (part, 0);
            parts.Add(count == 0 ? name : $"{name}{{{string.Join(',', arguments.Skip(taken).Take(count).Select(Used))}}}");
            taken += count;
        }

        return string.Join('.', parts);
    }
}
