@echo off
rem Starts Drydock. DRYDOCK_JAVA_OPTS adds options of the virtual machine, such as -Xmx4g.
setlocal
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -XX:+UseSerialGC -Xshare:auto -XX:-UsePerfData -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Djdk.console=java.base ^
    -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Dorg.bytedeco.javacpp.maxbytes=0 %DRYDOCK_JAVA_OPTS% ^
    -jar "%~dp0..\lib\drydock-cli-${project.version}.jar" %*
exit /b %ERRORLEVEL%
