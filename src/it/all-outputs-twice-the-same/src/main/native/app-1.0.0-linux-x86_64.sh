#!/bin/sh
echo native
